"""Where a communicator chooses what to show, sees it, and copies the code for a website."""

from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from embed.directory import UnreachableError
from embed.languages import language
from embed.look import FONTS, Look
from embed.parameters import Params, Question
from embed.settings import Settings
from embed.texts import LANGUAGES, texts_in
from embed.views.lists import LANGUAGE, LISTS, start_reading

blueprint = Blueprint("compose", __name__)


@dataclass(frozen=True)
class Composition:
    """What was chosen: which list, of what, in which language, how it looks."""

    show: str
    language: str
    question: Question
    look: Look

    @classmethod
    def from_args(cls, args: MultiDict[str, str], language: str) -> Self:
        """Read the form; what is none of its choices is its first."""
        show, shown_in = args.get("show", ""), args.get("language", "")
        # "language" is the list's own here, not the one help is given in.
        chosen = MultiDict((name, value) for name, value in args.items() if name != "language")
        return cls(
            show=show if show in LISTS else LISTS[0],
            language=shown_in if shown_in in LANGUAGES else language,
            question=Question.from_args(chosen),
            look=Look.from_args(args),
        )

    @property
    def params(self) -> Params:
        """The parameters of the list's address."""
        return (*self.question.list_params, *self.look.params)

    @property
    def title(self) -> str:
        """The frame's name for those who hear the page."""
        return texts_in(self.language)(f"show_{self.show}")

    def address(self, *, form: str = "") -> str:
        """Return the list's path and parameters; of its "fragment/" form too."""
        query = f"?{urlencode(self.params)}" if self.params else ""
        return f"/{self.language}/{form}{self.show}{query}"


@blueprint.get("/")
def choose_language() -> ResponseReturnValue:
    """Lead on, in the visitor's language."""
    return redirect(url_for("compose.compose", lang=language()))


@blueprint.get(f"/<{LANGUAGE}>/compose")
def compose(lang: str) -> ResponseReturnValue:
    """The form, a preview and the code."""
    settings: Settings = current_app.extensions["settings"]
    return render_template(
        "compose.html",
        settings=settings,
        composition=Composition.from_args(request.args, lang),
        options=_options(lang),
        lists=LISTS,
        fonts=FONTS,
    )


def _options(lang: str) -> dict[str, list[tuple[str, str]]]:
    """Return what can be chosen, value and words: nothing when the directory can't be reached."""
    reading = start_reading(lang)
    try:
        codes, organisations = reading.codes, reading.organisations()
    except UnreachableError:
        return {}
    of_codes = {
        name: [(code["code"], code["label"]) for code in codes[name]]
        for name in ("municipality", "theme", "audience")
    }
    return {**of_codes, "organisation": [(each["id"], each["title"]) for each in organisations]}
