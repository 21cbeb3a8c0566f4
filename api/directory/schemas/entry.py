"""An entry: all that its page shows."""

from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import WithJsonSchema

from api.directory.schemas.common import (
    Channel,
    Deleted,
    Image,
    Localized,
    OpenState,
    OrganisationLink,
    Place,
)

# JSON Schema's own format of a time has a zone, which a clock on the wall has not.
WallTime = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^\d{2}:\d{2}:\d{2}$"})]


class ScheduleRule(Schema):
    """When a group meets: a first meeting, and RFC 5545's rule for the others."""

    first_date: date
    last_date: date | None
    start_time: WallTime = Field(description="In local time, as on the wall.")
    minutes: int
    rule: str


class EntryMeeting(Schema):
    """One coming meeting."""

    starts_at: datetime
    ends_at: datetime
    cancelled: bool
    moved: bool
    reason: Localized


class Host(Schema):
    """The meeting place that something is held at."""

    id: UUID
    title: Localized
    url: Localized


class Entry(Schema):
    """A service, a form of support, a group or a meeting place."""

    id: UUID
    kind: str
    url: Localized = Field(description="The permanent address of its page, in each language.")
    content_language: str | None = Field(
        description="With `lang`: the language that the texts are in. Without: null."
    )
    languages_available: list[str] = Field(description="The languages that the texts are in.")
    title: Localized
    summary: Localized
    body_html: Localized = Field(description="Headings, paragraphs, lists and links.")
    easy_text: Localized
    organisation: OrganisationLink
    partners: list[OrganisationLink]
    municipalities: list[str]
    whole_region: bool
    audiences: list[str]
    life_stages: list[str]
    themes: list[str]
    languages: list[str] = Field(description="The languages that help is given in.")
    interpreter: bool
    cost: str
    cost_text: Localized
    registration: Localized
    low_threshold: bool
    group_type: str | None
    capacity: int | None
    channels: list[Channel]
    place: Place | None
    held_at: Host | None = Field(description="The meeting place, where it has one to be at.")
    opening_hours: str
    state: OpenState | None
    schedule: list[ScheduleRule]
    meetings: list[EntryMeeting] = Field(description="The next ones, at most ten.")
    image: Image | None
    keywords: Localized
    last_confirmed_on: date | None
    source: str
    is_demo: bool
    changed_at: datetime


class ListedEntry(Entry):
    """An entry in a list."""

    distance: float | None = Field(
        None,
        description="With `near` or `lat` and `lon`: kilometres as the crow flies; null: no place.",
    )


class EntryList(Schema):
    """Entries, a page of them."""

    items: list[ListedEntry]
    deleted: list[Deleted] = Field(description="With `changed_since`: what is gone.")
    total: int | None = Field(description="How many there are; null with `changed_since`.")
    next: str | None = Field(description="The address of the next page.")
    as_of: datetime = Field(description="Ask `changed_since` this moment next time.")
