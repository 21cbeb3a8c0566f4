"""Service channels as rows of our channels: each with an id that is the same at every import."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from intake.fields import CHANNEL
from intake.ptv import usable
from intake.ptv.hours import notation
from intake.ptv.languages import joined, localized, named, site_languages
from intake.ptv.places import one_line
from intake.ptv.records import Address, Channel, ChannelType, Contact, Hours, Texts
from services.codes import ChannelKind, ServiceLanguage

Rows = dict[str, dict[str, Any]]
LINK_KINDS: dict[ChannelType, ChannelKind] = {"form": ChannelKind.FORM}


class ChannelRows:
    """The rows of one record, under construction, and what of it could not be used."""

    def __init__(self) -> None:
        self.rows: Rows = {}
        self.remarks: list[str] = []

    def add_contacts(
        self,
        owner: str,
        kind: ChannelKind,
        contacts: Iterable[tuple[str, Texts]],
        **fields: Any,
    ) -> None:
        """Add a row for each number or address that can be used."""
        for number, (value, label) in enumerate(self._usable(READERS[kind], contacts), start=1):
            self._add(f"{owner}/{kind.value}/{number}", kind, value, label=label, **fields)

    def add_visit(
        self, number: int, address: Address, channel: Channel, hours: Sequence[Hours]
    ) -> None:
        """Add a place to go to, beside the entry's own."""
        self._add(
            f"{channel.id}/{ChannelKind.WALK_IN.value}/{number}",
            ChannelKind.WALK_IN,
            "",
            label=channel.names,
            note=joined(one_line(address), address.directions, separator=". "),
            languages=channel.languages,
            hours=hours,
        )

    def _usable(
        self, read: Callable[[str], Iterator[str]], contacts: Iterable[tuple[str, Texts]]
    ) -> Iterator[tuple[str, Texts]]:
        for text, label in contacts:
            try:
                yield from ((value, label) for value in read(text))
            except usable.UnusableError as error:
                self.remarks.append(str(error))

    def _add(
        self,
        external_id: str,
        kind: ChannelKind,
        value: str,
        *,
        label: Texts,
        note: Texts | None = None,
        languages: Sequence[str] = (),
        hours: Sequence[Hours] = (),
    ) -> None:
        self.rows[f"{CHANNEL}{external_id}"] = {
            "kind": kind.value,
            "value": value,
            "label": localized(label),
            "note": localized(note or {}),
            "languages": [code for code in languages if code in ServiceLanguage.values],
            "opening_hours": notation(hours),
        }


def add_channel(rows: ChannelRows, channel: Channel, hours: Sequence[Hours]) -> None:
    """Add the rows of a service channel; a location's addresses are added by `add_visit`."""
    is_phone = channel.type == "phone"
    hours = () if channel.type == "location" else hours
    rows.add_contacts(
        channel.id,
        ChannelKind.PHONE,
        _labelled(channel, channel.phones),
        note=channel.summary if is_phone else None,
        languages=channel.languages,
        hours=hours if is_phone else (),
    )
    rows.add_contacts(channel.id, ChannelKind.EMAIL, _labelled(channel, channel.emails))
    rows.add_contacts(
        channel.id,
        LINK_KINDS.get(channel.type, ChannelKind.ONLINE),
        _links(channel),
        languages=channel.languages,
        hours=() if is_phone else hours,
    )


def _labelled(channel: Channel, contacts: Iterable[Contact]) -> list[tuple[str, Texts]]:
    """Say whose number it is, and who answers."""
    return [(contact.value, named(channel.names, contact.label)) for contact in contacts]


def _links(channel: Channel) -> list[tuple[str, Texts]]:
    """Keep one address of several languages with a label in its own; other languages' go."""
    ours = set(site_languages()) & {code for link in channel.links for code in link.languages}
    found = []
    for link in channel.links:
        if ours and not ours & set(link.languages):
            continue
        names = {code: name for code, name in channel.names.items() if code in link.languages}
        found.append((link.value, named(names or channel.names, link.label)))
    return found


READERS: dict[ChannelKind, Callable[[str], Iterator[str]]] = {
    ChannelKind.PHONE: usable.numbers,
    ChannelKind.EMAIL: usable.email,
    ChannelKind.ONLINE: usable.url,
    ChannelKind.FORM: usable.url,
}
