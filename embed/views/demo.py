"""An invented municipality's website that embeds the lists: what the code looks like in use."""

from flask import Blueprint, current_app, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from embed.directory import UnreachableError
from embed.languages import language
from embed.settings import Settings
from embed.views.compose import Composition
from embed.views.lists import LANGUAGE, start_reading

LOOK = {"accent": "8a1c4a", "background": "fffdf7", "text": "2b2433", "font": "serif"}

blueprint = Blueprint("demo", __name__, url_prefix="/demo")


@blueprint.get("/")
def choose_language() -> ResponseReturnValue:
    """Lead on, in the visitor's language."""
    return redirect(url_for("demo.demo", lang=language()))


@blueprint.get(f"/<{LANGUAGE}>")
def demo(lang: str) -> ResponseReturnValue:
    """The families' page of the municipality's website."""
    settings: Settings = current_app.extensions["settings"]
    chosen = {**LOOK, **_municipality(lang), "audience": "families"}
    entries, groups = (
        Composition.from_args(MultiDict({**chosen, "show": show}), lang)
        for show in ("entries", "this-week")
    )
    return render_template("demo.html", settings=settings, entries=entries, groups=groups)


def _municipality(lang: str) -> dict[str, str]:
    """Choose the region's first municipality to stand for the invented one."""
    try:
        codes = start_reading(lang).codes["municipality"]
    except UnreachableError:
        return {}
    return {"municipality": codes[0]["code"]} if codes else {}
