"""Reading opening hours: open now, until when, the week in plain lines."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.conf import settings
from opening_hours import OpeningHours

from services import clock
from services.expiry import holds_until

# What does not change within a year is as good as for ever.
HORIZON = timedelta(days=370)
ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=4096)
def parsed(text: str) -> OpeningHours:
    """Return the library's reading of hours, in local time with the country's holidays."""
    return OpeningHours(text, timezone=clock.LOCAL_ZONE, country=settings.COUNTRY)


@dataclass(frozen=True)
class OpenState:
    """Whether something is open at a moment, and when that changes next."""

    is_open: bool
    always: bool
    changes_at: datetime | None


@dataclass(frozen=True)
class DayHours:
    """One day's intervals in local wall time; none when closed."""

    day: date
    intervals: tuple[tuple[time, time], ...]


@dataclass(frozen=True)
class _Spell:
    """A state of hours, and from when to when it holds."""

    since: datetime
    until: datetime
    state: OpenState


def open_state(text: str, at: datetime | None = None) -> OpenState | None:
    """Return the state of hours at a moment (now by default), or None where no hours are given.

    The state of now holds until it changes, which is told to who keeps answers.
    """
    if not text:
        return None
    if at is not None:
        return _state_at(text, at)
    state = _state_at(text, clock.now())
    holds_until(state.changes_at)
    return state


def _state_at(text: str, moment: datetime) -> OpenState:
    """Return the state at a moment; the last one is remembered until it changes."""
    last = _last_spell(text)
    for spell in last:
        if spell.since <= moment < spell.until:
            return spell.state
    spell = _spell(text, moment)
    last[:] = [spell]
    return spell.state


@lru_cache(maxsize=4096)
def _last_spell(text: str) -> list[_Spell]:
    """Return where the last spell of hours is kept: a list of it, or of none."""
    return []


def _spell(text: str, moment: datetime) -> _Spell:
    hours = parsed(text)
    is_open = bool(hours.is_open(moment))
    # `next_change` would search for centuries in hours that never change again.
    first = next(iter(hours.intervals(moment, moment + HORIZON)), None)
    change = first[1] if first and first[1] < moment + HORIZON else None
    state = OpenState(is_open, is_open and change is None, change)
    return _Spell(moment, change or moment + ONE_DAY, state)


def week(text: str, start: date | None = None) -> list[DayHours]:
    """Return seven days' hours from `start` (today by default)."""
    first = start or clock.today()
    return [day_hours(text, first + timedelta(days=offset)) for offset in range(7)]


def day_hours(text: str, day: date) -> DayHours:
    """Return the intervals of one day; an interval past midnight ends at 00:00."""
    midnight = datetime.combine(day, time(), clock.LOCAL_ZONE)
    end = datetime.combine(day + ONE_DAY, time(), clock.LOCAL_ZONE)
    intervals = tuple(
        (since.astimezone(clock.LOCAL_ZONE).time(), until.astimezone(clock.LOCAL_ZONE).time())
        for since, until, state, _comment in parsed(text).intervals(midnight, end)
        if str(state) == "open" and until is not None
    )
    return DayHours(day, intervals)
