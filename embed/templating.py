"""What templates know: words, dates, labels of codes, safe rich text."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode, urljoin

import nh3
from flask import Flask, current_app, request
from markupsafe import Markup

from embed import clock, dates, states
from embed.languages import texts
from embed.look import Look
from embed.parameters import Params
from embed.settings import Settings
from embed.shapes import Codes, Entry, Meeting
from embed.texts import LANGUAGES, OWN_NAMES

TAGS = {"a", "b", "blockquote", "br", "em", "h2", "h3", "h4", "i", "li", "ol", "p", "strong", "ul"}


def register(app: Flask) -> None:
    """Give the templates their filters and names."""
    app.context_processor(_names)
    app.jinja_env.filters |= {
        "local": clock.local,
        "clock_time": dates.clock_time,
        "day_name": lambda day: dates.day_name(day, texts()),
        "moment": lambda at: dates.moment(at, texts()),
        "age": lambda at: dates.age(at, texts()),
        "plain_date": _plain_date,
        "next_meeting": next_meeting,
        "label": label,
        "rich_text": rich_text,
        "query": _query,
    }


def _names() -> dict[str, Any]:
    settings: Settings = current_app.extensions["settings"]
    words = texts()
    return {
        "say": words,
        "lang": words.language,
        "languages": {code: OWN_NAMES[code] for code in LANGUAGES},
        "site_url": settings.directory_public_url,
        "open_state": lambda state: states.state_words(state, words),
        "answer_state": lambda state: states.state_words(state, words, answers=True),
        "only_in": _only_in,
        "look": Look.from_args(request.args),
    }


def label(code: str, codes: Codes, name: str) -> str:
    """Return a code's words, or the code where it has none any more."""
    return next((str(each["label"]) for each in codes[name] if each["code"] == code), code)


def next_meeting(entry: Entry) -> Meeting | None:
    """Return the first meeting that will be held and is not over."""
    now = clock.now()
    coming = (meeting for meeting in entry["meetings"] if clock.local(meeting["ends_at"]) > now)
    return next((meeting for meeting in coming if not meeting["cancelled"]), None)


def rich_text(html: str) -> Markup:
    """Return the directory's rich text, cleaned; its links leave the frame."""
    base = str(current_app.extensions["settings"].directory_public_url)

    def absolute(_tag: str, attribute: str, value: str) -> str:
        return urljoin(f"{base}/", value) if attribute == "href" else value

    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=absolute,
        set_tag_attribute_values={"a": {"target": "_top"}},
        link_rel="noopener",
    )
    return Markup(clean)  # noqa: S704 - cleaned in the line above


def _only_in(language: str) -> str:
    words = texts()
    if language in {"", words.language}:
        return ""
    key = f"only_{language}"
    return words(key if key in words.keys() else "only_other")  # noqa: SIM118 - no mapping


def _plain_date(day: str) -> str:
    moment = datetime.fromisoformat(day)
    return f"{moment.day}.{moment.month}.{moment.year}"


def _query(params: Params) -> str:
    return f"?{urlencode(params)}" if params else ""
