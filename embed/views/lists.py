"""The lists and what is in them, each as a page for a frame and as a fragment."""

from itertools import groupby
from typing import Any
from uuid import UUID

from flask import Blueprint, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue

from embed import clock
from embed.languages import texts
from embed.parameters import Question
from embed.reading import Reading, cursor_of
from embed.shapes import EntryList
from embed.templating import label
from embed.texts import LANGUAGES

LANGUAGE = f"any({', '.join(LANGUAGES)}):lang"
LISTS = ("entries", "this-week")

blueprint = Blueprint("lists", __name__, url_prefix=f"/<{LANGUAGE}>")


@blueprint.get("/entries", defaults={"layout": "frame"})
@blueprint.get("/fragment/entries", defaults={"layout": "fragment"})
def entries(lang: str, layout: str) -> ResponseReturnValue:
    """A municipality's, an organisation's or a theme's entries; a page of them."""
    reading = start_reading(lang)
    question = Question.from_args(request.args)
    found = reading.entries(question)
    chosen = _chosen(question, reading, found)
    words = texts()
    heading = words("help_of", what=chosen) if chosen else words("help_for_families")
    return _answer(layout, "entries.html", reading, question=question, found=found, heading=heading)


@blueprint.get("/this-week", defaults={"layout": "frame"})
@blueprint.get("/fragment/this-week", defaults={"layout": "fragment"})
def this_week(lang: str, layout: str) -> ResponseReturnValue:
    """The coming seven days' meetings, by day."""
    reading = start_reading(lang)
    question = Question.from_args(request.args)
    found = reading.meetings(question)
    now = clock.now()
    # What is kept may be older than what it tells of.
    coming = [item for item in found["items"] if clock.local(item["ends_at"]) > now]
    days = groupby(coming, key=lambda item: clock.local(item["starts_at"]).date())
    chosen = _chosen(question, reading)
    words = texts()
    heading = words("meetings_this_week_of", what=chosen) if chosen else words("meetings_this_week")
    return _answer(
        layout,
        "week.html",
        reading,
        question=question,
        found=found,
        heading=heading,
        days=[(day, list(items)) for day, items in days],
    )


@blueprint.get("/entries/<uuid:identifier>", defaults={"layout": "frame"})
@blueprint.get("/fragment/entries/<uuid:identifier>", defaults={"layout": "fragment"})
def entry(lang: str, identifier: UUID, layout: str) -> ResponseReturnValue:
    """One entry: what it is, how to reach it, where and when."""
    reading = start_reading(lang)
    return _answer(
        layout,
        "entry.html",
        reading,
        entry=reading.entry(identifier),
        question=Question.from_args(request.args),
        back=next((name for name in LISTS if request.args.get("from") == name), ""),
    )


def start_reading(lang: str) -> Reading:
    """Begin to read what a page needs."""
    return Reading(current_app.extensions["directory"], lang)


def _chosen(question: Question, reading: Reading, found: EntryList | None = None) -> str:
    """Name what the list is of: its theme, kind, municipality or organisation."""
    names = [
        label(code, reading.codes, name)
        for name in ("theme", "kind", "municipality", "area")
        for code in question.values(name)
    ]
    if found and found["items"] and question.values("organisation"):
        names.insert(0, found["items"][0]["organisation"]["title"])
    return ", ".join(names)


def _answer(layout: str, template: str, reading: Reading, **context: Any) -> ResponseReturnValue:
    if found := context.get("found"):
        context["next_cursor"] = cursor_of(found["next"])
    html = render_template(
        template,
        layout=layout,
        codes=reading.codes,
        # Called last: by now everything has been read.
        age=reading.age,
        **context,
    )
    response = make_response(html)
    if layout == "fragment":
        response.headers["Access-Control-Allow-Origin"] = "*"
    return response
