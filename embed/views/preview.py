"""A draft as it would stand on somebody's website, behind a signed, short-lived link."""

from typing import cast

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from embed.languages import texts
from embed.shapes import Entry
from embed.views.lists import start_reading

blueprint = Blueprint("preview", __name__)


@blueprint.get("/preview/<token>")
def preview(token: str) -> ResponseReturnValue:
    """The draft's row in a list, and the draft opened."""
    language = texts().language
    draft = cast("Entry", current_app.extensions["directory"].draft(token, language))
    reading = start_reading(language)
    html = render_template(
        "preview.html",
        layout="frame",
        codes=reading.codes,
        age=None,
        entry=draft,
    )
    return html, {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
