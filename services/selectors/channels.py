"""Channels as pages show them: sorted into what to call, open, know, and for professionals."""

from collections.abc import Iterable
from dataclasses import dataclass

from services.codes import ChannelKind
from services.hours import OpenState, open_state
from services.models.channel import Channel
from services.models.entry import Entry
from services.models.organisation import OrganisationPage


@dataclass(frozen=True)
class ShownChannel:
    """A channel and whether it answers now."""

    channel: Channel
    state: OpenState | None


@dataclass(frozen=True)
class ChannelGroups:
    """What can be done now stands apart: calls first, then links, then ways without an address."""

    calls: tuple[ShownChannel, ...]
    links: tuple[ShownChannel, ...]
    ways: tuple[ShownChannel, ...]
    for_professionals: tuple[ShownChannel, ...]

    def __bool__(self) -> bool:
        return bool(self.calls or self.links or self.ways or self.for_professionals)


def entry_channels(entry: Entry, organisation: OrganisationPage) -> ChannelGroups:
    """Return an entry's channels: its own, then its organisation's where it shows them."""
    channels: list[Channel] = list(entry.channels.all())
    if entry.uses_organisation_channels:
        known = {channel.value for channel in channels if channel.value}
        channels += [row for row in organisation.channels.all() if row.value not in known]
    return grouped(channels)


def grouped(channels: Iterable[Channel]) -> ChannelGroups:
    """Sort channels into groups, those that answer now first in each."""
    groups: dict[str, list[ShownChannel]] = {"calls": [], "links": [], "ways": [], "others": []}
    for channel in channels:
        shown = ShownChannel(channel, open_state(channel.opening_hours))
        groups[_group(channel)].append(shown)
    for found in groups.values():
        found.sort(key=lambda shown: shown.state is not None and not shown.state.is_open)
    return ChannelGroups(*(tuple(found) for found in groups.values()))


def _group(channel: Channel) -> str:
    if channel.kind == ChannelKind.CONSULTATION:
        return "others"
    if channel.is_phone:
        return "calls"
    return "links" if channel.href else "ways"
