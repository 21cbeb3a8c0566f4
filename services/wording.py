"""States, days and times in words, in the active language."""

from datetime import date, datetime, time, timedelta
from typing import cast

from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from services import clock
from services.expiry import holds_until
from services.hours import OpenState

DAYS_OF_A_WEEK = 7
ONE_DAY = timedelta(days=1)


def clock_time(at: time | datetime) -> str:
    """Return a time as people say it: "15", "9.30"."""
    local = at.astimezone(clock.LOCAL_ZONE) if isinstance(at, datetime) else at
    if local.minute:
        return date_format(cast("datetime", local), pgettext("time format", "G.i"))
    return str(local.hour)


def day_name(day: date) -> str:
    """Return a day as people say it: "Today, Tuesday 24 November"."""
    named = date_format(day, pgettext("date format", "l j F"))
    away = (day - clock.today()).days
    if away == 0:
        return gettext("Today, %(day)s") % {"day": named}
    if away == 1:
        return gettext("Tomorrow, %(day)s") % {"day": named}
    return named[:1].upper() + named[1:]


def short_moment(at: datetime) -> str:
    """Return a coming moment in a few words: "today at 9.30", "Tuesday 1.12. at 18"."""
    local = at.astimezone(clock.LOCAL_ZONE)
    words = {"time": clock_time(local)}
    away = (local.date() - clock.today()).days
    if away == 0:
        return gettext("today at %(time)s") % words
    if away == 1:
        return gettext("tomorrow at %(time)s") % words
    words["day"] = date_format(local, pgettext("short date format", "D j.n."))
    return gettext("%(day)s at %(time)s") % words


def place_state(state: OpenState) -> str:
    """Say whether a place is open, and until when or from when."""
    if state.always:
        return gettext("always open")
    if state.is_open:
        until = _until(state)
        return (
            gettext("open now, until %(time)s") % {"time": until} if until else gettext("open now")
        )
    return _opens(state) or gettext("closed")


def answer_state(state: OpenState) -> str:
    """Say whether somebody answers, and until when or from when."""
    if state.always:
        return gettext("answers around the clock")
    if state.is_open:
        until = _until(state)
        if until:
            return gettext("answers now, until %(time)s") % {"time": until}
        return gettext("answers now")
    return _opens(state) or gettext("does not answer now")


def _until(state: OpenState) -> str:
    """Return today's closing time; "" where it is on another day."""
    if state.changes_at is None:
        return ""
    closing = state.changes_at.astimezone(clock.LOCAL_ZONE)
    if closing - clock.now() > ONE_DAY:
        holds_until(closing - ONE_DAY)
        return ""
    return pgettext("closing time", "midnight") if closing.time() == time() else clock_time(closing)


def _opens(state: OpenState) -> str:
    if state.changes_at is None:
        return ""
    opening = state.changes_at.astimezone(clock.LOCAL_ZONE)
    words = {"time": clock_time(opening)}
    away = (opening.date() - clock.today()).days
    if away == 0:
        return gettext("opens at %(time)s") % words
    if away == 1:
        return gettext("opens tomorrow at %(time)s") % words
    if away < DAYS_OF_A_WEEK:
        words["day"] = date_format(opening, "l").lower()
        return gettext("opens on %(day)s at %(time)s") % words
    words["date"] = date_format(opening, pgettext("short date format", "j.n."))
    return gettext("opens on %(date)s at %(time)s") % words
