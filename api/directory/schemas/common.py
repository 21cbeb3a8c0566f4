"""What several answers share."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema

Localized = Annotated[
    str | dict[str, str],
    Field(
        description="Without `lang` the texts by language code; with `lang` one text, in that "
        "language or in the one there is.",
        examples=[{"fi": "Perhekahvila", "sv": "Familjecafé"}],
    ),
]


class OpenState(Schema):
    """Whether something is open, or answers, at the moment of the answer."""

    is_open: bool
    always: bool = Field(description="Open around the clock.")
    changes_at: datetime | None = Field(description="When that changes next.")


class Image(Schema):
    """A picture, at a width of at most 800 pixels."""

    url: str
    width: int
    height: int
    alt: Localized


class Channel(Schema):
    """A way to get in touch."""

    kind: str
    value: str = Field(description="As it was written: a number or an address; may be empty.")
    display_value: str = Field(description="As people write it.")
    href: str = Field(description="`tel:`, `mailto:` or a web address; empty: nothing to open.")
    label: Localized
    note: Localized
    languages: list[str]
    opening_hours: str = Field(description="OpenStreetMap's opening_hours notation.")
    state: OpenState | None
    of_organisation: bool = Field(description="Stands on the organisation, shows on the entry.")


class Place(Schema):
    """An address. Several entries at one place share its `id`."""

    id: UUID = Field(description="Of the entry or organisation whose address this is.")
    owner: str = Field(description="`entry` or `organisation`.")
    name: Localized
    street: Localized
    postcode: str
    municipality: str = Field(description="Statistics Finland's code; may be empty.")
    latitude: float | None
    longitude: float | None
    access: Localized = Field(description="How to get in: stairs, prams, wheelchairs.")


class OrganisationLink(Schema):
    """An organisation behind an entry."""

    id: UUID
    title: Localized
    sector: str
    url: Localized


class Deleted(Schema):
    """Something that is not public any more."""

    id: UUID
    changed_at: datetime


class Problem(Schema):
    """What went wrong, as RFC 9457 writes it, in the caller's language."""

    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[dict[str, str]] = Field(
        default_factory=list, description="Each parameter that can't be read, and why."
    )
