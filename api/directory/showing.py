"""What an answer adds to a record's content: this moment, and perhaps one language."""

from datetime import datetime
from itertools import islice
from typing import Any, Final

from api.directory.build.parts import USUAL_MEETING, Content
from api.directory.moments import written
from api.directory.params import SITE_LANGUAGES
from services import clock
from services.hours import open_state

MEETINGS_SHOWN: Final = 10
# Names of texts by language; what is the same in every language stands as a plain string.
LOCALIZED: Final = frozenset(
    {
        *("title", "summary", "body_html", "easy_text", "url", "cost_text", "registration"),
        *("keywords", "label", "note", "name", "street", "access", "role", "reason", "alt"),
        "description",
    }
)


def shown(content: Content, changed_at: datetime, language: str | None) -> Content:
    """Return an entry or organisation as answers have it (`api.directory.schemas`)."""
    answer = {
        **content,
        "content_language": content_language(content, language),
        "state": _state(content["opening_hours"]),
        "channels": [
            {**channel, "state": _state(channel["opening_hours"])}
            for channel in content["channels"]
        ],
        "changed_at": written(changed_at),
    }
    if "meetings" in content:
        answer["meetings"] = _coming(content["meetings"])
    return in_language(answer, language) if language else answer


def content_language(content: Content, language: str | None) -> str | None:
    """Return the language that the texts are shown in; None where all are."""
    available: list[str] = content["languages_available"]
    if language is None:
        return None
    return next(code for code in (language, *SITE_LANGUAGES, *available) if code in available)


def in_language(value: Any, language: str) -> Any:
    """Return an answer with each text in one language, or in the first one it has."""
    if isinstance(value, list):
        return [in_language(part, language) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name: text_in(part, language)
        if name in LOCALIZED and isinstance(part, dict)
        else in_language(part, language)
        for name, part in value.items()
    }


def text_in(texts: dict[str, str], language: str) -> str:
    """Return a text in a language, or else in the first of the site's languages it has."""
    preferred = (language, *SITE_LANGUAGES, *texts)
    return next((texts[code] for code in preferred if code in texts), "")


def _state(hours: str) -> Content | None:
    state = open_state(hours)
    if state is None:
        return None
    return {
        "is_open": state.is_open,
        "always": state.always,
        "changes_at": state.changes_at.isoformat() if state.changes_at else None,
    }


def _coming(meetings: list[Content]) -> list[Content]:
    """Keep the next meetings that are not over."""
    now = clock.now()
    coming = (row for row in meetings if datetime.fromisoformat(row["ends_at"]) > now)
    return [{**USUAL_MEETING, **row} for row in islice(coming, MEETINGS_SHOWN)]
