"""Places: where help is given, once each, with what is there."""

from uuid import UUID

from ninja import Field, Schema

from api.directory.schemas.common import Localized, Place


class PlaceWithEntries(Place):
    """An address and what can be had there."""

    title: Localized = Field(description="Of the entry or organisation whose address this is.")
    opening_hours: str
    entries: list[UUID]


class PlaceList(Schema):
    """Places, a page of them."""

    items: list[PlaceWithEntries]
    total: int
    next: str | None = Field(description="The address of the next page.")
