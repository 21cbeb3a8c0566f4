"""The directory API's answers, as far as lists show them; with `lang`, every text is one string."""

from typing import Any, TypedDict

from embed.states import OpenState


class Channel(TypedDict):
    """A way to get in touch."""

    kind: str
    value: str
    display_value: str
    href: str
    label: str
    note: str
    state: OpenState | None


class Place(TypedDict):
    """An address."""

    name: str
    street: str
    postcode: str
    municipality: str
    access: str


class OrganisationLink(TypedDict):
    """An organisation behind an entry."""

    id: str
    title: str
    url: str


class EntryLink(TypedDict):
    """The meeting place that something is held at."""

    title: str
    url: str


class Meeting(TypedDict):
    """One coming meeting."""

    starts_at: str
    ends_at: str
    cancelled: bool
    moved: bool
    reason: str


class MeetingOfEntry(Meeting):
    """One meeting, and whose it is."""

    entry: str
    title: str
    content_language: str
    url: str
    organisation: OrganisationLink
    place: Place | None


class Entry(TypedDict):
    """A service, a form of support, a group or a meeting place."""

    id: str
    kind: str
    url: str
    content_language: str
    title: str
    summary: str
    body_html: str
    organisation: OrganisationLink
    partners: list[OrganisationLink]
    municipalities: list[str]
    whole_region: bool
    languages: list[str]
    interpreter: bool
    cost: str
    cost_text: str
    registration: str
    low_threshold: bool
    channels: list[Channel]
    place: Place | None
    held_at: EntryLink | None
    state: OpenState | None
    meetings: list[Meeting]
    last_confirmed_on: str | None
    is_demo: bool


class EntryList(TypedDict):
    """A page of entries."""

    items: list[Entry]
    total: int
    next: str | None


class MeetingList(TypedDict):
    """A page of meetings."""

    items: list[MeetingOfEntry]
    total: int
    next: str | None


Codes = dict[str, list[dict[str, Any]]]
