"""Service channels as rows of our channels: each with an id that is the same at every import."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from intake.fields import CHANNEL
from intake.ptv import usable
from intake.ptv.hours import notation
from intake.ptv.languages import joined, localized, named, site_languages
from intake.ptv.places import one_line
from intake.ptv.records import Address, Channel, ChannelType, Contact, Hours, Texts
from services.codes import ChannelKind, ServiceLanguage

Rows = dict[str, dict[str, Any]]
# A place's hours are those of its door, a number's those of who answers.
WITH_HOURS = {"online", "web", "form"}
LINK_KINDS: dict[ChannelType, ChannelKind] = {"form": ChannelKind.FORM}


class ChannelRows:
    """The rows of one record, under construction, and what of it could not be used."""

    def __init__(self) -> None:
        self.rows: Rows = {}
        self.remarks: list[str] = []

    def add(self, owner: str, kind: ChannelKind, text: str, label: Texts, **fields: Any) -> None:
        """Add a row for each number or address in a text; list a text without any."""
        try:
            for value in READERS[kind](text):
                self._add(owner, kind, value, label=label, **fields)
        except usable.UnusableError as error:
            self.remarks.append(str(error))

    def add_visit(self, address: Address, channel: Channel, hours: Sequence[Hours]) -> None:
        """Add a place to go to, beside the entry's own."""
        self._add(
            channel.id,
            ChannelKind.WALK_IN,
            "",
            label=channel.names,
            note=joined(one_line(address), address.directions, separator=". "),
            languages=channel.languages,
            hours=hours,
        )

    def _add(
        self,
        owner: str,
        kind: ChannelKind,
        value: str,
        *,
        label: Texts,
        note: Texts | None = None,
        languages: Sequence[str] = (),
        hours: Sequence[Hours] = (),
    ) -> None:
        stem = f"{CHANNEL}{owner}/{kind.value}/"
        number = 1 + sum(name.startswith(stem) for name in self.rows)
        self.rows[f"{stem}{number}"] = {
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
    for phone in channel.phones:
        rows.add(
            channel.id,
            ChannelKind.PHONE,
            phone.value,
            named(channel.names, phone.label),
            note=channel.summary if is_phone else None,
            languages=channel.languages,
            hours=hours if is_phone else (),
        )
    for email in channel.emails:
        rows.add(channel.id, ChannelKind.EMAIL, email.value, named(channel.names, email.label))
    for link in _links(channel):
        names = {code: name for code, name in channel.names.items() if code in link.languages}
        rows.add(
            channel.id,
            LINK_KINDS.get(channel.type, ChannelKind.ONLINE),
            link.value,
            named(names or channel.names, link.label),
            languages=_languages(link, channel),
            hours=hours if channel.type in WITH_HOURS else (),
        )


def _links(channel: Channel) -> list[Contact]:
    """Leave out addresses of other languages than the site's, unless there are no others."""
    ours = [link for link in channel.links if set(link.languages) & set(site_languages())]
    return ours or list(channel.links)


def _languages(link: Contact, channel: Channel) -> Sequence[str]:
    """Where each language has an address of its own, say whose it is."""
    has_others = any(set(other.languages) != set(link.languages) for other in channel.links)
    return link.languages if has_others else channel.languages


READERS: dict[ChannelKind, Callable[[str], Iterator[str]]] = {
    ChannelKind.PHONE: usable.numbers,
    ChannelKind.EMAIL: usable.email,
    ChannelKind.ONLINE: usable.url,
    ChannelKind.FORM: usable.url,
}
