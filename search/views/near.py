"""From where the page of finding shows the nearest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext

from search.localities import Locality, localities, named
from search.position import Position
from search.query import SearchQuery

# Positions are known to about so many kilometres.
CLOSE: Final = 0.1
# From here on, tenths of a kilometre say nothing.
FAR: Final = 10.0


@dataclass(frozen=True)
class PlaceOption:
    """A municipality or village to choose; `villages` are those of a municipality."""

    code: str
    name: str
    chosen: bool
    villages: "Sequence[PlaceOption]" = ()


@dataclass(frozen=True)
class Near:
    """What a query says of places: where the nearest are counted from, and what to choose from.

    `place` is the name of what is chosen; "" with a query that has none, or one that nobody knows.
    """

    query: SearchQuery
    place: str
    origin: Position | None
    options: list[PlaceOption]

    @property
    def is_unknown(self) -> bool:
        """Whether the place asked for is none of ours."""
        return bool(self.query.near) and self.origin is None

    @property
    def is_here(self) -> bool:
        """Whether it is the visitor's own position that counts."""
        return self.query.position is not None

    def labels(self) -> dict[str, dict[str, str]]:
        """Return the words of the query's own parameters, as chips show them."""
        place = self.place or self.query.near
        here = dict(self.query.position.params()) if self.query.position else {}
        return {
            "near": {self.query.near: gettext("Near: %(place)s") % {"place": place}},
            "lat": {here.get("lat", ""): gettext("Near me")},
        }


def near(query: SearchQuery) -> Near:
    """Read what a query says of places. Two queries."""
    known = localities()
    chosen = named(query.near, known)
    return Near(
        query=query,
        place=str(chosen.names) if chosen else "",
        origin=chosen.position if chosen else query.position,
        options=_options(known, chosen),
    )


def distance(kilometres: float) -> str:
    """Write a distance as people say it: "1.4 km", "23 km"."""
    number = number_format(max(kilometres, CLOSE), 1 if kilometres < FAR else 0)
    return gettext("%(number)s km away") % {"number": number}


def _options(known: Sequence[Locality], chosen: Locality | None) -> list[PlaceOption]:
    """Return municipalities by name, each with its villages by name."""

    def option(place: Locality) -> PlaceOption:
        villages = [option(other) for other in known if other.municipality == place.code]
        return PlaceOption(place.code, str(place.names), place == chosen, _by_name(villages))

    return _by_name(option(place) for place in known if not place.municipality)


def _by_name(options: Iterable[PlaceOption]) -> list[PlaceOption]:
    return sorted(options, key=lambda each: each.name.casefold())
