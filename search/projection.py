"""A document as both engines store it: ready terms by how much they count, codes, and order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from search.analysis import analyse
from search.documents import Document

# How much a term counts by where it stands; a part of a compound counts less than the whole.
FIELD_WEIGHTS: Final[dict[str, float]] = {
    "title": 1.0,
    "place": 1.0,
    "keywords": 0.9,
    "organisation": 0.75,
    "summary": 0.7,
    "labels": 0.6,
    "places": 0.5,
    "body": 0.5,
}
PART_WEIGHT: Final = 0.7
# "Hyvinvointialue" stands in too many organisations' names to say something of wellbeing.
FIELDS_WITH_PARTS: Final = frozenset({"title", "keywords", "summary", "body"})
# Engines know these weights only: a term stands once, at the highest level it reaches.
LEVELS: Final = (1.0, 0.9, 0.7, 0.6, 0.5, 0.35)
# Help for one or two municipalities is near by; what serves more is not told apart by them.
FEW_MUNICIPALITIES: Final = 2
# å, ä, ö end the alphabet, in this order; these characters follow "z".
ALPHABET = str.maketrans("åäö", "{|}")


@dataclass(frozen=True)
class Projection:
    """Terms by level, as in `LEVELS`; titles to sort by, by the reader's language.

    `languages` are those of its texts, `names` its titles in them; `places` are terms that name
    municipalities. `rank` goes before the title: help near home first, and
    then what asks for no referral.
    """

    levels: tuple[frozenset[str], ...]
    facets: dict[str, list[str]]
    languages: tuple[str, ...]
    rank: int
    titles: dict[str, str]
    names: dict[str, str]
    places: frozenset[str]


def project(document: Document) -> Projection:
    """Return what engines store of a document."""
    return Projection(
        levels=_by_level(_weighted(document)),
        facets=document.facets,
        languages=tuple(document.texts),
        rank=2 * document.local + bool(document.facets.get("low_threshold")),
        titles={code: _sort_title(document, code) for code, _name in settings.LANGUAGES},
        names={language: own.title for language, own in document.texts.items()},
        places=_terms_of_places(document),
    )


def _terms_of_places(document: Document) -> frozenset[str]:
    """Return the terms that name municipalities, by which questions are read."""
    return frozenset(
        term
        for language, names in document.places.items()
        for term in analyse("\n".join(names), language).wholes
    )


def _weighted(document: Document) -> Iterator[tuple[str, float]]:
    """Yield every term with the weight of each place where it stands."""
    for field, language, text in _texts(document):
        weight = FIELD_WEIGHTS[field]
        found = analyse(text, language)
        yield from ((term, weight) for term in found.wholes)
        if field in FIELDS_WITH_PARTS:
            yield from ((term, weight * PART_WEIGHT) for term in found.parts)


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    for language, own in document.texts.items():
        yield "title", language, own.title
        yield "keywords", language, own.keywords
        yield "summary", language, own.summary
        yield "body", language, f"{own.body}\n{own.easy_text}"
    near = len(document.facets.get("municipality", ())) <= FEW_MUNICIPALITIES
    for field, words in (
        ("organisation", document.organisations),
        ("labels", document.labels),
        ("place" if near else "places", document.places),
    ):
        for language, several in words.items():
            yield field, language, "\n".join(several)


def _by_level(weighted: Iterable[tuple[str, float]]) -> tuple[frozenset[str], ...]:
    best: dict[str, float] = {}
    for term, weight in weighted:
        best[term] = max(weight, best.get(term, 0.0))
    levels: list[set[str]] = [set() for _level in LEVELS]
    for term, weight in best.items():
        levels[_level_of(weight)].add(term)
    return tuple(map(frozenset, levels))


def _level_of(weight: float) -> int:
    """Return the number of the highest level that a weight reaches, or of the lowest."""
    reached = (number for number, level in enumerate(LEVELS) if weight >= level - 1e-9)
    return next(reached, len(LEVELS) - 1)


def _sort_title(document: Document, language: str) -> str:
    shown = document.texts.get(language) or next(iter(document.texts.values()))
    return shown.title.casefold().translate(ALPHABET)
