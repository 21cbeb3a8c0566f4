"""Titles by how they begin, and how words in them begin: what typing suggests."""

from bisect import bisect_left
from heapq import nsmallest
from typing import Final, NamedTuple

from search.analysis.fold import fold
from search.analysis.words import WORD
from search.engines.embedded.postings import Postings

# So many beginnings are looked at: one letter may begin thousands.
MOST: Final = 2000
AFTER_EVERYTHING: Final = "\U0010ffff"


class Beginning(NamedTuple):
    """The rest of a folded title from one of its words on."""

    text: str
    number: int
    word: int
    language: str


class Titles:
    """All beginnings in order, for one state of the index."""

    def __init__(self, postings: Postings) -> None:
        self.postings = postings
        self.beginnings = sorted(
            Beginning(folded[found.start() :], number, word, language)
            for number in postings.numbers.values()
            for language, title in postings.entries[number].names.items()
            for folded in [fold(title)]
            for word, found in enumerate(WORD.finditer(folded))
        )

    def beginning_with(self, text: str, language: str, limit: int) -> list[int]:
        """Return the numbers of entries, the best first.

        Titles that begin so come before those with a later word that does, the reader's language
        before the other.
        """
        begun = " ".join(fold(text).split())
        first = bisect_left(self.beginnings, (begun,))
        last = bisect_left(self.beginnings, (begun + AFTER_EVERYTHING,))
        order = self.postings.order(language)
        best: dict[int, tuple[float, int]] = {}
        for found in self.beginnings[first : min(last, first + MOST)]:
            place = (found.word > 0) * 2 + (found.language != language)
            rank = (place, int(order[found.number]))
            best[found.number] = min(rank, best.get(found.number, rank))
        return nsmallest(limit, best, key=best.__getitem__)
