"""The catalogue's records, whatever version of its wire format they came in.

Texts go by language code; empty ones and the format's own sample values are left out.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Texts = dict[str, str]
RecordKind = Literal["organisation", "service", "channel"]
ChannelType = Literal["online", "phone", "form", "location", "web"]
Charge = Literal["free", "charged", "other", ""]


class RecordError(Exception):
    """Says, in the reader's language, why a record can't be read."""


@dataclass(frozen=True)
class Municipality:
    """A municipality by its Statistics Finland code."""

    code: str
    names: Texts


@dataclass(frozen=True)
class Interval:
    """An interval of a weekday (0 is Monday); "02:00" after "20:00" is the next morning."""

    day: int
    start: str
    end: str


@dataclass(frozen=True)
class Hours:
    """A week's hours, or an exception's on its dates; no intervals and not closed: always open."""

    exceptional: bool = False
    closed: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    intervals: tuple[Interval, ...] = ()


@dataclass(frozen=True)
class Contact:
    """A number, an e-mail or a web address; who answers there, and in which texts it stands."""

    value: str
    label: Texts = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Address:
    """Where to go. `north` and `east` are metres in ETRS-TM35FIN."""

    street: Texts
    postcode: str
    municipality: Municipality | None
    directions: Texts
    north: float | None
    east: float | None


@dataclass(frozen=True)
class Serves:
    """Where something is given: the whole country, or some municipalities."""

    nationwide: bool = False
    municipalities: tuple[Municipality, ...] = ()


@dataclass(frozen=True)
class Organisation:
    """Who helps. `type` is the catalogue's own word."""

    id: str
    names: Texts
    type: str
    summary: Texts
    description: Texts
    serves: Serves
    phones: tuple[Contact, ...]
    emails: tuple[Contact, ...]
    links: tuple[Contact, ...]
    visiting: Address | None
    is_published: bool


@dataclass(frozen=True)
class ChannelUse:
    """A channel that a service is given through; hours of its own where they differ."""

    id: str
    name: str
    hours: tuple[Hours, ...]


@dataclass(frozen=True)
class Service:
    """What is given. `codes` are the codes of each code list: "service_class", …"""

    id: str
    organisation: str
    names: Texts
    summary: Texts
    description: Texts
    instructions: Texts
    requirements: Texts
    charge: Charge
    charge_info: Texts
    deadline: Texts
    processing_time: Texts
    validity: Texts
    serves: Serves
    languages: tuple[str, ...]
    codes: dict[str, tuple[str, ...]]
    channels: tuple[ChannelUse, ...]
    is_published: bool


@dataclass(frozen=True)
class Channel:
    """A way to a service: a number, a web page, a form, a place."""

    id: str
    type: ChannelType
    names: Texts
    summary: Texts
    phones: tuple[Contact, ...]
    emails: tuple[Contact, ...]
    links: tuple[Contact, ...]
    addresses: tuple[Address, ...]
    hours: tuple[Hours, ...]
    languages: tuple[str, ...]
    is_published: bool
