"""What depends on the clock: entries open now, and groups that meet this week.

Documents don't know the time, so these are looked up before an engine is asked.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final, TypeVar
from uuid import UUID

from search.outbox import Outbox, State
from search.query import MOMENTS, SearchQuery
from services import clock
from services.hours import open_state
from services.models import Entry, EntryChannel, Meeting, OrganisationChannel
from services.selectors.addresses import PATH_STEP

THIS_WEEK: Final = timedelta(days=7)
Where = TypeVar("Where")
Moments = Mapping[str, frozenset[UUID]]


def timely_keys(query: SearchQuery) -> frozenset[UUID] | None:
    """Return the only entries that pass the query's filters of time; None where it has none."""
    chosen = [name for name in MOMENTS if getattr(query, name)]
    if not chosen:
        return None
    known = moments()
    return frozenset.intersection(*(known[name] for name in chosen))


def moments() -> Moments:
    """Return the entries that pass each filter of time, read once a minute while nothing changes.

    One query, and six more after a change or a full minute.
    """
    return _moments(Outbox().state(), clock.now().replace(second=0, microsecond=0))


@lru_cache(maxsize=1)
def _moments(_state: State, _minute: datetime) -> Moments:
    """Read them; the arguments tell one state of them from another."""
    return {"open_now": frozenset(open_now()), "this_week": frozenset(this_week())}


def this_week() -> set[UUID]:
    """Return the entries with a meeting, not cancelled, that is on or begins within seven days."""
    return _meeting_before(clock.now() + THIS_WEEK)


def open_now() -> set[UUID]:
    """Return the entries where a door is open, a channel answers or a meeting is on.

    An address is borrowed without its hours: a group at the parish centre isn't open with it.
    Five queries.
    """
    entries = Entry.objects.filter(live=True)
    doors = _open(entries.values_list("translation_key", "opening_hours"))
    own = _open(EntryChannel.objects.values_list("entry__translation_key", "opening_hours"))
    shared = _open(OrganisationChannel.objects.values_list("organisation__path", "opening_hours"))
    borrowing = entries.filter(uses_organisation_channels=True)
    borrowed = {
        key
        for key, path in borrowing.values_list("translation_key", "path")
        if path[:-PATH_STEP] in shared
    }
    return doors | own | borrowed | _meeting_before(clock.now())


def _open(rows: Iterable[tuple[Where, str]]) -> set[Where]:
    """Keep what is open now; the same hours are read once."""
    states: dict[str, bool] = {}
    found = set()
    for where, hours in rows:
        if hours not in states:
            state = open_state(hours)
            states[hours] = bool(state and state.is_open)
        if states[hours]:
            found.add(where)
    return found


def _meeting_before(end: datetime) -> set[UUID]:
    """Return the entries whose meeting is on, or begins until then."""
    coming = Meeting.objects.upcoming().filter(starts_at__lte=end, cancelled=False)
    return set(coming.order_by().values_list("translation_key", flat=True))
