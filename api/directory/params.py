"""The parameters that questions may have."""

from enum import StrEnum
from typing import Annotated, Any, Final, Literal
from uuid import UUID

from django.conf import settings
from ninja import Field, P, PathEx, Schema

from api.directory.moments import End, Moment, Start
from search.facets import CLOSED_VALUES
from search.position import LIMITS
from search.query import LAST_PAGE, LONGEST_PLACE, LONGEST_TEXT, MOST_VALUES
from services.codes import (
    Audience,
    ChannelKind,
    GroupType,
    Kind,
    LifeStage,
    Sector,
    ServiceLanguage,
)

SITE_LANGUAGES: Final = tuple(code for code, _name in settings.LANGUAGES)
SiteLanguage = StrEnum("SiteLanguage", SITE_LANGUAGES)  # type: ignore[misc]
# Numbers of years; as words, since that is what addresses hold.
Age = StrEnum("Age", {f"age_{age}": age for age in CLOSED_VALUES["age"]})  # type: ignore[misc]
FURTHEST_NORTH, FURTHEST_EAST = LIMITS
MOST_ROWS: Final = 100
USUAL_ROWS: Final = 20
MOST_SUGGESTIONS: Final = 10
LONGEST_CURSOR: Final = 4_000

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Flag = Literal["1"]
Key = PathEx[UUID, P(description="The `id` that lists give.")]


def several(description: str, example: str) -> Any:
    """A list: its name is repeated, any of the values will do."""
    return Field(
        default_factory=list,
        max_length=MOST_VALUES,
        description=f"{description} Repeat the name for any of several.",
        examples=[[example]],
    )


def flag(description: str) -> Any:
    """A flag: set by `1`, or left out."""
    return Field(None, description=description)


class InLanguage(Schema):
    """What every question may say."""

    lang: SiteLanguage | None = Field(
        None, description="One language; without it, texts come in every language they have."
    )


class Paged(InLanguage):
    """What every list may be asked."""

    limit: int = Field(USUAL_ROWS, ge=1, le=MOST_ROWS, description="Rows on a page.")
    cursor: str = Field(
        "", max_length=LONGEST_CURSOR, description="Where the page before ended: from its `next`."
    )


class Filters(Paged):
    """What entries can be narrowed by."""

    q: str = Field(
        "",
        max_length=LONGEST_TEXT,
        description="Words, in any language.",
        examples=["perhekahvila"],
    )
    kind: list[Kind] = several("Kinds of entry.", "peer_group")
    municipality: list[Code] = several(
        "Municipalities served, by Statistics Finland's code.", "598"
    )
    area: list[Code] = several("Family-centre areas.", "jakobstad")
    theme: list[Code] = several("What help is about.", "sleep")
    life_stage: list[LifeStage] = several("Life stages of the child.", "baby")
    age: list[Age] = several("Ages of the child, in whole years; 0 is a baby.", "4")
    audience: list[Audience] = several("Whom it speaks to.", "families")
    language: list[ServiceLanguage] = several("Languages that help is given in.", "sv")
    sector: list[Sector] = several("Who stands behind it, partners too.", "parish")
    channel: list[ChannelKind] = several("How help is reached.", "chat")
    group_type: list[GroupType] = several("Types of group.", "peer")
    free: Flag | None = flag("What costs nothing.")
    low_threshold: Flag | None = flag("What needs no referral and no appointment.")
    open_now: Flag | None = flag("What is open, answers or meets at this moment.")
    this_week: Flag | None = flag("What meets within seven days.")
    organisation: UUID | None = Field(
        None, description="What an organisation arranges, alone or as a partner."
    )

    @property
    def is_plain(self) -> bool:
        """Whether it asks for everything."""
        return not (self.model_fields_set - Paged.model_fields.keys())


class Mirrored(Paged):
    """What a list that others mirror may be asked."""

    changed_since: Moment | None = Field(
        None,
        description="What has changed after this moment, oldest change first, with what is gone "
        "in `deleted`. Begin with 1970-01-01T00:00:00Z; go on with `next` while there is one, and "
        "next time with the last answer's `as_of`. Can't be combined with filters or `cursor`.",
        examples=["2026-11-24T08:00:00Z"],
    )


class EntryQuestion(Filters, Mirrored):
    """A list of entries."""

    near: str | None = Field(
        None,
        max_length=LONGEST_PLACE,
        description="A municipality or village, by its name in any language or its code: the "
        "nearest first, and what has no place at the end. Goes before `lat` and `lon`.",
        examples=["Kolppi"],
    )
    lat: float | None = Field(
        None,
        ge=-FURTHEST_NORTH,
        le=FURTHEST_NORTH,
        description="With `lon`: the nearest to this point first (WGS 84, three decimals).",
        examples=[63.675],
    )
    lon: float | None = Field(
        None,
        ge=-FURTHEST_EAST,
        le=FURTHEST_EAST,
        description="With `lat`.",
        examples=[22.703],
    )
    page: int | None = Field(
        None,
        ge=1,
        le=LAST_PAGE,
        description="A page by its number, instead of a `cursor`: to leap to. Rows may come twice "
        "or never while content changes.",
        examples=[2],
    )


class OrganisationQuestion(Mirrored):
    """A list of organisations."""


class MeetingQuestion(Filters):
    """A list of meetings."""

    since: Start | None = Field(
        None,
        description="Meetings that end after this moment, or on this day or later. Usually now.",
        examples=["2026-11-24"],
    )
    until: End | None = Field(
        None,
        description="Meetings that begin before this moment, or on this day or earlier.",
        examples=["2026-11-30"],
    )


class PlaceQuestion(Filters):
    """A list of places."""


class SuggestQuestion(InLanguage):
    """Something half typed."""

    q: str = Field(
        min_length=1,
        max_length=LONGEST_TEXT,
        description="The beginnings of words.",
        examples=["perhek"],
    )
    limit: int = Field(MOST_SUGGESTIONS, ge=1, le=MOST_SUGGESTIONS, description="Suggestions.")
