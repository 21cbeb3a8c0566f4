"""Municipalities and villages, which visitors name to see what is near."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from search.analysis.fold import fold
from search.position import Position
from services.fields import LocalizedText
from services.models import Municipality, Village


@dataclass(frozen=True)
class Locality:
    """A municipality or village with its centre; `municipality` is the code of a village's."""

    code: str
    names: LocalizedText
    position: Position
    municipality: str = ""

    def is_called(self, text: str) -> bool:
        """Tell whether a text is its code, or its name in any language."""
        return fold(text) in map(fold, (self.code, *self.names.values()))


def localities() -> list[Locality]:
    """Return the municipalities whose centre is known, and then all villages. Two queries."""
    return [*_municipalities(), *_villages()]


def named(text: str, among: Iterable[Locality]) -> Locality | None:
    """Return the first place of this name or code; where names are equal, a municipality."""
    return next((place for place in among if text and place.is_called(text)), None)


def _municipalities() -> Iterator[Locality]:
    for row in Municipality.objects.all():
        if row.latitude is not None and row.longitude is not None:
            yield Locality(row.code, row.label, Position(row.latitude, row.longitude))


def _villages() -> Iterator[Locality]:
    for row in Village.objects.all():
        position = Position(row.latitude, row.longitude)
        yield Locality(row.code, row.label, position, row.municipality_id)
