"""The shape of a search document, in memory and as JSON."""

from dataclasses import asdict, dataclass, field
from typing import Any, Self


@dataclass(frozen=True)
class Texts:
    """An entry's own words in one language, as plain text."""

    title: str
    summary: str = ""
    body: str = ""
    easy_text: str = ""
    keywords: str = ""


@dataclass(frozen=True)
class Document:
    """One entry. Dictionaries of words go by the language the words are in.

    `places` are the names of the municipalities that it serves, `villages` of those in them.

    `facets` holds the codes by the facets' names; `local` is False for what serves the whole
    region. Addresses are no part of it: they change without the entry.
    """

    texts: dict[str, Texts]
    organisations: dict[str, list[str]] = field(default_factory=dict)
    labels: dict[str, list[str]] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)
    villages: dict[str, list[str]] = field(default_factory=dict)
    facets: dict[str, list[str]] = field(default_factory=dict)
    local: bool = True
    last_confirmed: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the document as the table stores it."""
        return asdict(self)

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        texts = {language: Texts(**words) for language, words in content["texts"].items()}
        return cls(**{**content, "texts": texts})
