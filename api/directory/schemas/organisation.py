"""An organisation: all that its page shows beside its entries."""

from datetime import datetime
from uuid import UUID

from ninja import Field, Schema

from api.directory.schemas.common import Channel, Deleted, Image, Localized, OpenState, Place


class ContactPerson(Schema):
    """Somebody to turn to, by field of responsibility."""

    name: str
    role: Localized
    phone: str
    email: str
    municipalities: list[str]


class Organisation(Schema):
    """Who gives help."""

    id: UUID
    url: Localized
    content_language: str | None
    languages_available: list[str]
    title: Localized
    summary: Localized
    body_html: Localized
    sector: str
    municipalities: list[str]
    whole_region: bool
    website: str
    channels: list[Channel]
    place: Place | None
    opening_hours: str
    state: OpenState | None
    contacts: list[ContactPerson]
    image: Image | None
    is_demo: bool
    changed_at: datetime


class OrganisationList(Schema):
    """Organisations, a page of them."""

    items: list[Organisation]
    deleted: list[Deleted]
    total: int | None
    next: str | None = Field(description="The address of the next page.")
    as_of: datetime
