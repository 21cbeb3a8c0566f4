"""Who answers now, by phone or chat, and who is next: over all entries and organisations."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from services import clock
from services.codes import ChannelKind, Kind
from services.hours import OpenState, open_state
from services.models.channel import Channel, EntryChannel, OrganisationChannel
from services.models.entry import Entry
from services.models.organisation import OrganisationPage
from services.selectors.cards import EntryCard, entry_cards
from services.selectors.pages import PageLink, active_language, live_versions, page_links

TALKING = [ChannelKind.PHONE, ChannelKind.CHAT]


@dataclass(frozen=True)
class AnsweringLine:
    """Somebody to talk to: the page that tells more, the channel, and its state."""

    link: PageLink
    channel: Channel
    state: OpenState


@dataclass(frozen=True)
class Answering:
    """Those that answer now, and those that open next."""

    now: tuple[AnsweringLine, ...]
    later: tuple[AnsweringLine, ...]


def answering(*, audience: str = "", known: Collection[str] = (), later: int = 8) -> Answering:
    """Return phones and chats with hours; for one audience only entries' own.

    `known` are addresses ("tel:112") that the page shows anyway. A fixed number of queries.
    """
    lines = _entry_lines(Q(entry__audiences__has=audience) if audience else Q())
    if not audience:
        lines += _organisation_lines()
    lines = [line for line in _once(lines) if line.channel.href not in known]
    closed = [line for line in lines if not line.state.is_open and line.state.changes_at]
    return Answering(
        now=tuple(sorted((line for line in lines if line.state.is_open), key=_now_order)),
        later=tuple(sorted(closed, key=_change)[:later]),
    )


def open_places(*, limit: int = 6) -> list[EntryCard]:
    """Return the meeting places that are open now."""
    rows = (
        Entry.objects.public_languages()
        .filter(entry_kind=Kind.MEETING_PLACE)
        .exclude(opening_hours="")
        .values_list("translation_key", "opening_hours")
    )
    states = {key: open_state(text) for key, text in rows}
    keys = [key for key, state in states.items() if state and state.is_open]
    return entry_cards(keys[:limit], active_language())


def _entry_lines(condition: Q) -> list[AnsweringLine]:
    channels = EntryChannel.objects.filter(
        condition, kind__in=TALKING, entry__live=True, entry__alias_of=None
    ).exclude(opening_hours="")
    rows = [(row, row.entry_id) for row in channels]
    pages = live_versions(Entry).defer("body")
    return _lines(rows, pages, {pk for _row, pk in rows})


def _organisation_lines() -> list[AnsweringLine]:
    channels = OrganisationChannel.objects.filter(
        kind__in=TALKING, organisation__live=True, organisation__alias_of=None
    ).exclude(opening_hours="")
    rows = [(row, row.organisation_id) for row in channels]
    pages = live_versions(OrganisationPage).defer("body")
    return _lines(rows, pages, {pk for _row, pk in rows})


def _lines(rows: Iterable[tuple[Channel, int]], pages: Any, ids: set[int]) -> list[AnsweringLine]:
    """Join channels with the link of the page they stand on, in the visitor's language."""
    keys: dict[int, UUID] = dict(pages.filter(pk__in=ids).values_list("pk", "translation_key"))
    links = {
        link.page.translation_key: link
        for link in page_links(pages.filter(translation_key__in=set(keys.values())))
    }
    return [
        AnsweringLine(links[keys[pk]], channel, state)
        for channel, pk in rows
        if (state := open_state(channel.opening_hours)) and channel.href
    ]


def _once(lines: Iterable[AnsweringLine]) -> list[AnsweringLine]:
    """Drop repetitions: a number stands on the page's every language, or on many entries."""
    return list({line.channel.value: line for line in reversed(list(lines))}.values())


def _now_order(line: AnsweringLine) -> tuple[bool, str]:
    """Those around the clock first, and those in the visitor's language."""
    other = line.link.language != active_language()
    return not line.state.always, f"{other}{line.link.title.casefold()}"


def _change(line: AnsweringLine) -> datetime:
    return line.state.changes_at or clock.now()
