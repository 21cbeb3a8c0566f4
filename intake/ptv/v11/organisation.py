"""Organisations of the wire format."""

from intake.ptv.records import Address, Organisation, Serves
from intake.ptv.v11 import contact
from intake.ptv.v11.reading import Raw, identity, is_published, names, rows, text, texts


def organisation(raw: Raw) -> Organisation:
    """Read an organisation."""
    return Organisation(
        id=identity(raw),
        names=names(raw, "organizationNames"),
        type=text(raw, "organizationType"),
        summary=texts(raw, "organizationDescriptions", "Summary", "ShortDescription"),
        description=texts(raw, "organizationDescriptions", "Description"),
        serves=_serves(raw),
        phones=contact.phones(raw, "phoneNumbers"),
        emails=contact.emails(raw, "emails"),
        links=contact.links(raw, "webPages"),
        visiting=_visiting(raw),
        is_published=is_published(raw),
    )


def _serves(raw: Raw) -> Serves:
    """A municipality works in itself, whatever areas it names."""
    own = contact.municipality(raw, "municipality")
    return Serves(municipalities=(own,)) if own else contact.serves(raw)


def _visiting(raw: Raw) -> Address | None:
    found = (
        contact.address(row) for row in rows(raw, "addresses") if row.get("type") == "Visiting"
    )
    return next((address for address in found if address), None)
