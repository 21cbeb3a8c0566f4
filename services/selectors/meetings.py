"""Coming meetings by day, with the entry they belong to and the place they are held at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from services import clock
from services.expiry import holds_until
from services.models.meeting import Meeting
from services.models.place import PlaceFields
from services.selectors.cards import EntryCard, best_versions, entry_cards
from services.selectors.pages import active_language
from services.selectors.places import places_of


@dataclass(frozen=True)
class MeetingLine:
    """One meeting as a list shows it."""

    meeting: Meeting
    card: EntryCard
    place: PlaceFields | None


@dataclass(frozen=True)
class MeetingDay:
    """One day and its meetings, none on a quiet day."""

    day: date
    lines: tuple[MeetingLine, ...]
    limit: int | None = None

    @property
    def shown(self) -> tuple[MeetingLine, ...]:
        """The meetings that a short list shows."""
        return self.lines[: self.limit]

    @property
    def hidden(self) -> int:
        """How many meetings a short list leaves out."""
        return len(self.lines) - len(self.shown)


def meeting_days(
    since: date, days: int, municipality: str = "", *, limit: int | None = None
) -> list[MeetingDay]:
    """Return `days` days from `since` with the meetings that are not over yet.

    With a municipality, those that serve it; with a limit, so many of each day.
    The number of queries is fixed.
    """
    start = datetime.combine(since, time(), clock.LOCAL_ZONE)
    end = datetime.combine(since + timedelta(days=days), time(), clock.LOCAL_ZONE)
    meetings = Meeting.objects.upcoming().filter(starts_at__gte=start, starts_at__lt=end)
    for meeting in meetings:
        holds_until(meeting.ends_at)
    lines = [line for line in meeting_lines(meetings) if _serves(line.card, municipality)]
    by_day = {day: tuple(found) for day, found in groupby(lines, key=_local_day)}
    wanted = [since + timedelta(days=offset) for offset in range(days)]
    return [MeetingDay(day, by_day.get(day, ()), limit) for day in wanted]


def meeting_lines(meetings: Iterable[Meeting]) -> list[MeetingLine]:
    """Join meetings with their entries; a fixed number of queries."""
    rows = list(meetings)
    language = active_language()
    keys = list(dict.fromkeys(row.translation_key for row in rows))
    cards = {card.translation_key: card for card in entry_cards(keys, language)}
    places = places_of(best_versions(keys, language).values())
    return [
        MeetingLine(row, cards[row.translation_key], places.get(row.translation_key))
        for row in rows
        if row.translation_key in cards
    ]


def _serves(card: EntryCard, municipality: str) -> bool:
    return not municipality or card.whole_region or municipality in card.municipalities


def _local_day(line: MeetingLine) -> date:
    return line.meeting.starts_at.astimezone(clock.LOCAL_ZONE).date()
