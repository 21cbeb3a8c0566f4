"""What a visitor asks for: words, filters, a page; read from an address and written to one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Self

from django.http import QueryDict

from search.facets import CLOSED_VALUES, FACETS, SET
from search.position import Position

CODE = re.compile(r"[\w-]{1,40}", re.ASCII)
MOMENTS: Final = ("open_now", "this_week")
LONGEST_TEXT: Final = 200
LONGEST_PLACE: Final = 60
MOST_VALUES: Final = 40
PAGE_SIZE: Final = 20
# Elasticsearch gives the first 10,000 hits; nobody reads that far.
LAST_PAGE: Final = 10_000 // PAGE_SIZE


@dataclass(frozen=True)
class SearchQuery:
    """A query. `filters` holds the chosen values of each facet: any of them, but every facet.

    `near` is what somebody wrote of a municipality or village; without it `position` is where
    somebody is. What is nearest to either comes first.
    """

    text: str = ""
    language: str = ""
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    open_now: bool = False
    this_week: bool = False
    near: str = ""
    position: Position | None = None
    page: int = 1
    page_size: int = PAGE_SIZE

    @property
    def is_narrowed(self) -> bool:
        """Whether it asks for anything less than everything."""
        return bool(self.text or self.filters or self.open_now or self.this_week)

    @property
    def is_located(self) -> bool:
        """Whether it asks for the nearest first."""
        return bool(self.near or self.position)

    @classmethod
    def from_params(cls, params: QueryDict, language: str) -> Self:
        """Read the parameters of an address; what makes no sense is left out."""
        filters = {name: _values(name, params.getlist(name)) for name in FACETS}
        near = _text(params.get("near", ""), LONGEST_PLACE)
        return cls(
            text=_text(params.get("q", ""), LONGEST_TEXT),
            language=language,
            filters={name: values for name, values in filters.items() if values},
            open_now=params.get("open_now") == SET,
            this_week=params.get("this_week") == SET,
            near=near,
            position=None if near else Position.read(params.get("lat", ""), params.get("lon", "")),
            page=_page(params.get("page", "")),
        )

    def to_params(self) -> QueryDict:
        """Return the parameters that `from_params` reads as this query."""
        params = QueryDict(mutable=True)
        if self.text:
            params["q"] = self.text
        for name, value in self.choices():
            params.appendlist(name, value)
        if self.page > 1:
            params["page"] = str(self.page)
        return params

    def choices(self) -> Iterator[tuple[str, str]]:
        """Yield every chosen parameter and value, in the facets' order."""
        for name in FACETS:
            for value in self.filters.get(name, ()):
                yield name, value
        for name in MOMENTS:
            if getattr(self, name):
                yield name, SET
        if self.near:
            yield "near", self.near
        elif self.position:
            yield from self.position.params()

    def without(self, name: str, value: str) -> Self:
        """Return the query without one choice, at its first page."""
        if name == "open_now":
            return replace(self, open_now=False, page=1)
        if name == "this_week":
            return replace(self, this_week=False, page=1)
        if name in {"near", "lat", "lon"}:
            return self.anywhere()
        left = tuple(chosen for chosen in self.filters.get(name, ()) if chosen != value)
        others = {facet: values for facet, values in self.filters.items() if facet != name}
        return replace(self, filters={**others, name: left} if left else others, page=1)

    def anywhere(self) -> Self:
        """Return the query for wherever somebody is, at its first page."""
        return replace(self, near="", position=None, page=1)

    def with_text(self, text: str) -> Self:
        """Return the query with other words or none, at its first page."""
        return replace(self, text=text, page=1)

    def on_page(self, page: int) -> Self:
        """Return the same query at another page."""
        return replace(self, page=page)


def _text(raw: str, longest: int) -> str:
    """Return the words on one line; "" for a text that holds no word."""
    printable = "".join(character if character.isprintable() else " " for character in raw)
    text = " ".join(printable.split())[:longest].strip()
    return text if any(character.isalnum() for character in text) else ""


def _values(name: str, raw: Iterable[str]) -> tuple[str, ...]:
    known = CLOSED_VALUES.get(name)
    values = {value for value in raw if (value in known if known else CODE.fullmatch(value))}
    return tuple(sorted(values)[:MOST_VALUES])


def _page(raw: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", raw):
        return 1
    return min(max(int(raw), 1), LAST_PAGE)
