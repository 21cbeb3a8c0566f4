"""Coming meetings, soonest first, each with what a list shows of its entry."""

from uuid import UUID

from ninja import Field, Schema

from api.directory.schemas.common import Localized, OrganisationLink, Place
from api.directory.schemas.entry import EntryMeeting


class MeetingOfEntry(EntryMeeting):
    """One meeting, and whose it is."""

    entry: UUID
    kind: str
    group_type: str | None
    title: Localized
    content_language: str | None
    url: Localized
    organisation: OrganisationLink
    place: Place | None
    municipalities: list[str]
    whole_region: bool


class MeetingList(Schema):
    """Meetings, a page of them."""

    items: list[MeetingOfEntry]
    total: int
    next: str | None = Field(description="The address of the next page.")
