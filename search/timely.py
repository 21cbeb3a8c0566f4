"""What depends on the clock: entries open now, and groups that meet this week.

Documents don't know the time, so these are looked up before an engine is asked.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final, TypeVar
from uuid import UUID

from search.query import SearchQuery
from services import clock
from services.hours import open_state
from services.models import Entry, EntryChannel, Meeting, OrganisationChannel
from services.selectors.addresses import PATH_STEP

THIS_WEEK: Final = timedelta(days=7)
Where = TypeVar("Where")


def timely_keys(query: SearchQuery) -> set[UUID] | None:
    """Return the only entries that pass the query's filters of time; None where it has none."""
    chosen = []
    if query.open_now:
        chosen.append(open_now())
    if query.this_week:
        chosen.append(this_week())
    return set.intersection(*chosen) if chosen else None


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
