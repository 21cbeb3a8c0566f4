"""Whether something is open, in words, as long as that is still known."""

from datetime import datetime, time, timedelta
from typing import TypedDict

from embed import clock, dates
from embed.texts import Texts


class OpenState(TypedDict):
    """As the directory says it."""

    is_open: bool
    always: bool
    changes_at: str | None


def state_words(state: OpenState | None, texts: Texts, *, answers: bool = False) -> str:
    """Say whether a place is open (or a line answers), and until when or from when.

    Nothing where the moment of the next change has gone by since the directory was asked.
    """
    if state is None:
        return ""
    form = "answers" if answers else "open"
    if state["always"]:
        return texts(f"{form}_always")
    changes_at = clock.local(state["changes_at"]) if state["changes_at"] else None
    if changes_at and changes_at <= clock.now():
        return ""
    if state["is_open"]:
        return _until(form, changes_at, texts)
    return _opens(changes_at, texts) if changes_at else texts(f"{form}_not")


def _until(form: str, closing: datetime | None, texts: Texts) -> str:
    if closing is None or closing - clock.now() > timedelta(days=1):
        return texts(f"{form}_now")
    midnight = closing.time() == time()
    return texts(f"{form}_until", time="24" if midnight else dates.clock_time(closing))


def _opens(opening: datetime, texts: Texts) -> str:
    away = (opening.date() - clock.now().date()).days
    words = {"time": dates.clock_time(opening)}
    if away == 0:
        return texts("opens_today", **words)
    if away == 1:
        return texts("opens_tomorrow", **words)
    return texts("opens_later", day=dates.short_day(opening.date(), texts), **words)
