"""A document as both engines store it: ready terms by how much they count, codes, and order."""

import json
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Self

from django.conf import settings

from search.analysis import analyse, pairs
from search.analysis.fold import fold
from search.analysis.stop_words import is_function_word
from search.analysis.words import split_words
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
HEAD_WEIGHT: Final = 0.8
PART_WEIGHT: Final = 0.7
# The level of two words in a row of an organisation's name, which are as good as a title.
WHOLE_NAME: Final = 0
# Engines know these weights only: a term stands once, at the highest level it reaches.
LEVELS: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.35)


def _level_of(weight: float) -> int:
    """Return the number of the highest level that a weight reaches, or of the lowest."""
    reached = (number for number, level in enumerate(LEVELS) if weight >= level - 1e-9)
    return next(reached, len(LEVELS) - 1)


LEVEL_OF_WHOLES: Final = {field: _level_of(weight) for field, weight in FIELD_WEIGHTS.items()}
LEVEL_OF_HEADS: Final = {
    field: _level_of(weight * HEAD_WEIGHT) for field, weight in FIELD_WEIGHTS.items()
}
LEVEL_OF_PARTS: Final = {
    field: _level_of(weight * PART_WEIGHT) for field, weight in FIELD_WEIGHTS.items()
}
# Help for one or two municipalities is near by; what serves more is not told apart by them.
FEW_MUNICIPALITIES: Final = 2
# Entries are as fresh as the half-year in which somebody confirmed them.
FIRST_YEAR: Final = 2000
JUNE: Final = 6
AGES: Final = 1000
# å, ä, ö end the alphabet, in this order; these characters follow "z".
ALPHABET = str.maketrans("åäö", "{|}")


@dataclass(frozen=True)
class Projection:
    """Terms by level, as in `LEVELS`; titles to sort by, by the reader's language.

    `languages` are those of its texts, `names` its titles in them; `places` are terms that name
    municipalities and villages. `rank` goes before the title: help near home first,
    then what asks for no referral, then what was confirmed lately.
    """

    levels: tuple[Set[str], ...]
    facets: dict[str, list[str]]
    languages: tuple[str, ...]
    rank: int
    titles: dict[str, str]
    names: dict[str, str]
    places: frozenset[str]

    def to_json(self) -> str:
        """Return what the index file holds of it."""
        levels = [" ".join(terms) for terms in self.levels]
        shown = {**vars(self), "levels": levels, "places": " ".join(self.places)}
        return json.dumps(shown, ensure_ascii=False)

    @classmethod
    def from_json(cls, content: str) -> Self:
        """Read what `to_json` wrote."""
        shown = json.loads(content)
        shown["levels"] = tuple(frozenset(terms.split()) for terms in shown["levels"])
        shown["places"] = frozenset(shown["places"].split())
        return cls(**shown)


def project(document: Document) -> Projection:
    """Return what engines store of a document."""
    return Projection(
        levels=_levels(document),
        facets=document.facets,
        languages=tuple(document.texts),
        rank=_rank(document),
        titles={code: _sort_title(document, code) for code, _name in settings.LANGUAGES},
        names={language: own.title for language, own in document.texts.items()},
        places=_terms_of_places(document),
    )


def _rank(document: Document) -> int:
    """Return a number below 32,768: first near home, then low threshold, then lately confirmed."""
    kind = 2 * document.local + bool(document.facets.get("low_threshold"))
    if document.last_confirmed is None:
        return kind * AGES
    confirmed = date.fromisoformat(document.last_confirmed)
    halves = 2 * (confirmed.year - FIRST_YEAR) + (confirmed.month > JUNE)
    return kind * AGES + min(max(halves, 0), AGES - 1)


def _terms_of_places(document: Document) -> frozenset[str]:
    """Return the terms that name municipalities and villages, by which questions are read."""
    return frozenset().union(*_terms_of_names(document.places), *_terms_of_names(document.villages))


def _levels(document: Document) -> tuple[Set[str], ...]:
    """Return the terms of every field, each at the highest of the levels where it stands."""
    levels: list[set[str]] = [set() for _level in LEVELS]
    for field, language, text in _texts(document):
        found = analyse(text, language)
        levels[LEVEL_OF_WHOLES[field]] |= found.wholes
        levels[LEVEL_OF_HEADS[field]] |= found.heads
        levels[LEVEL_OF_PARTS[field]] |= found.parts
    for field, names in _names(document):
        levels[LEVEL_OF_WHOLES[field]].update(*_terms_of_names(names))
    for language, several in document.organisations.items():
        levels[WHOLE_NAME].update(*(_pairs_in_name(name, language) for name in several))
    higher: set[str] = set()
    for terms in levels:
        terms.difference_update(higher)
        higher |= terms
    return tuple(levels)


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    for language, own in document.texts.items():
        yield "title", language, own.title
        yield "keywords", language, own.keywords
        yield "summary", language, own.summary
        yield "body", language, f"{own.body}\n{own.easy_text}"


def _names(document: Document) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield what others are called: of their compounds' parts nothing is said here.

    "Hyvinvointialue" stands in too many organisations' names to say something of wellbeing.
    """
    near = len(document.facets.get("municipality", ())) <= FEW_MUNICIPALITIES
    yield "organisation", document.organisations
    yield "labels", document.labels
    yield "place" if near else "places", document.places
    if near:  # less than what the entry says of itself: it may be in another village
        yield "places", document.villages


def _terms_of_names(names: dict[str, list[str]]) -> Iterator[frozenset[str]]:
    return (_terms_of_name(name, code) for code, several in names.items() for name in several)


# The same names stand in most entries.
@lru_cache(maxsize=5_000)
def _terms_of_name(name: str, language: str) -> frozenset[str]:
    return frozenset(analyse(name, language).wholes)


@lru_cache(maxsize=5_000)
def _pairs_in_name(name: str, language: str) -> frozenset[str]:
    words = [word for word in split_words(name) if not is_function_word(fold(word), language)]
    return frozenset().union(*pairs(words, language))


def _sort_title(document: Document, language: str) -> str:
    shown = document.texts.get(language) or next(iter(document.texts.values()))
    return shown.title.casefold().translate(ALPHABET)
