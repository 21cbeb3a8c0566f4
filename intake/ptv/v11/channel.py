"""Service channels of the wire format: five types in one shape."""

from django.utils.translation import gettext as _

from intake.ptv.records import Channel, ChannelType, Contact, RecordError
from intake.ptv.v11 import contact
from intake.ptv.v11.hours import hours
from intake.ptv.v11.reading import (
    Raw,
    identity,
    is_published,
    names,
    rows,
    strings,
    text,
    texts,
)

TYPES: dict[str, ChannelType] = {
    "EChannel": "online",
    "Phone": "phone",
    "PrintableForm": "form",
    "ServiceLocation": "location",
    "WebPage": "web",
}


def channel(raw: Raw) -> Channel:
    """Read a channel; its support numbers and addresses are its numbers and addresses."""
    word = text(raw, "serviceChannelType")
    if word not in TYPES:
        raise RecordError(_("“%(value)s” is no known type of channel.") % {"value": word})
    return Channel(
        id=identity(raw),
        type=TYPES[word],
        names=names(raw, "serviceChannelNames"),
        summary=texts(raw, "serviceChannelDescriptions", "Summary", "ShortDescription"),
        phones=contact.phones(raw, "phoneNumbers") + contact.phones(raw, "supportPhones"),
        emails=contact.emails(raw, "emails") + contact.emails(raw, "supportEmails"),
        links=_links(raw, TYPES[word]),
        addresses=tuple(
            address
            for address in (
                contact.address(row)
                for row in rows(raw, "addresses")
                if row.get("type") != "Postal"
            )
            if address
        ),
        hours=hours(raw),
        languages=strings(raw, "languages"),
        is_published=is_published(raw),
    )


def _links(raw: Raw, kind: ChannelType) -> tuple[Contact, ...]:
    if kind == "form":
        return contact.links(raw, "channelUrls", url="value", label="description")
    return contact.links(raw, "webPages")
