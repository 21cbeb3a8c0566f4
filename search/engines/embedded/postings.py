"""The index in memory: which entries have which terms and codes, as arrays of numbers."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from uuid import UUID

import numpy as np
import numpy.typing as npt

from search.projection import LEVELS, Projection
from search.question.meaning import Node

Scores = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.intp]

# A posting is an entry's number and, in its last bits, the level of the term in it.
LEVEL_BITS: Final = 3
MOST_LASTING: Final = 10_000
LEVEL_WEIGHTS: Final = np.array(LEVELS, dtype=np.float32)

Found = tuple[Numbers, Scores]


class Decisive(NamedTuple):
    """The best of these counts: terms by the level they stand at and a weight, and phrases.

    A phrase scores its weight times the mean of its parts, where all of them match.
    """

    terms: dict[tuple[int, float], list[str]]
    phrases: list[tuple[float, tuple["Decisive", ...]]]


NOTHING: Final[Found] = (np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32))


@dataclass(frozen=True)
class Stored:
    """What is kept of an entry beside its terms and codes."""

    key: UUID
    rank: int
    titles: dict[str, str]
    names: dict[str, str]


class Postings:
    """Entries are numbered as they come; one that changes gets a new number."""

    def __init__(self) -> None:
        self.entries: list[Stored] = []
        self.numbers: dict[UUID, int] = {}
        self._alive = bytearray()
        self._terms: defaultdict[str, array[int]] = defaultdict(_none)
        self._codes: dict[str, defaultdict[str, array[int]]] = {}
        self._orders: dict[str, Numbers] = {}
        self.places: set[str] = set()
        # Scores of nodes, by the nodes' ids: a question asks for the same ones again and again,
        # and many questions for the lasting ones.
        self.remembered: dict[int, tuple[Node, Found]] = {}
        self.lasting: dict[int, tuple[Node, Found]] = {}
        self.decided: dict[int, Decisive] = {}

    def __contains__(self, term: str) -> bool:
        return term in self._terms

    @property
    def size(self) -> int:
        """How many numbers are given out, those of the past included."""
        return len(self.entries)

    @property
    def past(self) -> int:
        """How many numbers belong to nothing any more."""
        return self.size - len(self.numbers)

    @property
    def terms(self) -> Iterable[str]:
        """All terms; a few may be of the past."""
        return self._terms

    def alive(self) -> Mask:
        """Return which numbers are of entries of today."""
        return np.frombuffer(bytes(self._alive), dtype=np.bool_)

    def add(self, stored: Stored, projection: Projection) -> None:
        """Add an entry, in place of what was known of it."""
        self.remove(stored.key)
        number = self.size
        self.entries.append(stored)
        self.numbers[stored.key] = number
        self._alive.append(1)
        for level, terms in enumerate(projection.levels):
            posting = number << LEVEL_BITS | level
            for term in terms:
                self._terms[term].append(posting)
        self.places |= projection.places
        codes = {**projection.facets, "text_language": projection.languages}
        for name, values in codes.items():
            known = self._codes.setdefault(name, defaultdict(_none))
            for value in set(values):
                known[value].append(number)
        self._forget()

    def remove(self, key: UUID) -> None:
        """Remove an entry, if it is there."""
        number = self.numbers.pop(key, None)
        if number is not None:
            self._alive[number] = 0
            self._forget()

    def end_question(self) -> None:
        """Forget what only one question could ask for again."""
        self.remembered.clear()
        if len(self.lasting) > MOST_LASTING:  # a thesaurus that changes leaves old nodes behind
            self.lasting.clear()
            self.decided.clear()

    def _forget(self) -> None:
        self._orders.clear()
        self.remembered.clear()
        self.lasting.clear()
        self.decided.clear()

    def score_of(self, term: str) -> Found:
        """Return the entries that have a term, in order, and what it scores in each."""
        found = self._terms.get(term)
        if found is None:
            return NOTHING
        postings = _read(found)
        levels = postings & (1 << LEVEL_BITS) - 1
        return postings >> LEVEL_BITS, LEVEL_WEIGHTS[levels]

    def levels_of(self, term: str, places: Mask) -> list[int]:
        """Return the levels that a term stands at, at these places of its list of entries."""
        levels = _read(self._terms[term])[places] & (1 << LEVEL_BITS) - 1
        return [int(level) for level in np.flatnonzero(np.bincount(levels))]

    def codes(self, name: str) -> dict[str, Numbers]:
        """Return the entries of each value of a facet."""
        return {value: _read(found) for value, found in self._codes.get(name, {}).items()}

    def mask(self, name: str, values: Iterable[str]) -> Mask:
        """Return which entries have any of these values."""
        mask = np.zeros(self.size, dtype=np.bool_)
        known: Mapping[str, array[int]] = self._codes.get(name, {})
        for value in values:
            if value in known:
                mask[_read(known[value])] = True
        return mask

    def order(self, language: str) -> Numbers:
        """Return each entry's place where nothing else orders them: rank, title, key."""
        known = self._orders.get(language)
        if known is None:
            entries = self.entries
            ordered = sorted(
                range(self.size),
                key=lambda number: (
                    -entries[number].rank,
                    entries[number].titles.get(language, ""),
                    entries[number].key.hex,
                ),
            )
            known = self._orders[language] = np.empty(self.size, dtype=np.intp)
            known[ordered] = np.arange(self.size)
        return known


def _none() -> "array[int]":
    return array("I")


def _read(numbers: "array[int]") -> Numbers:
    return np.frombuffer(numbers, dtype=np.uintc).astype(np.intp)
