"""Titles by how they, words in them or the last parts of compounds begin: what typing suggests."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from heapq import nsmallest
from typing import Final, NamedTuple

from search.analysis.fold import fold
from search.analysis.reading import read
from search.analysis.words import WORD
from search.engines.embedded.postings import Postings

# So many beginnings are looked at: one letter may begin thousands.
MOST: Final = 2000
AFTER_EVERYTHING: Final = "\U0010ffff"


# Where a beginning stands, the best place first.
TITLE, WORD_IN_TITLE, PART_OF_WORD = range(3)
SHORTEST_BEFORE: Final = 3  # letters of a compound before its last part


class Beginning(NamedTuple):
    """The rest of a folded title from one of its words on, or from a compound's last part."""

    text: str
    number: int
    place: int
    language: str


class Titles:
    """All beginnings in order, for one state of the index."""

    def __init__(self, postings: Postings) -> None:
        self.postings = postings
        self.beginnings = sorted(
            Beginning(text, number, place, language)
            for number in postings.numbers.values()
            for language, title in postings.entries[number].names.items()
            for text, place in beginnings(title, language)
        )

    def beginning_with(self, text: str, language: str, limit: int) -> list[int]:
        """Return the numbers of entries, the best first.

        Titles that begin so come before those with a later word that does, and these before those
        with a part of a word; the reader's language comes before the other.
        """
        begun = " ".join(fold(text).split())
        first = bisect_left(self.beginnings, (begun,))
        last = bisect_left(self.beginnings, (begun + AFTER_EVERYTHING,))
        order = self.postings.order(language)
        best: dict[int, tuple[float, int]] = {}
        for found in self.beginnings[first : min(last, first + MOST)]:
            place = found.place * 2 + (found.language != language)
            rank = (place, int(order[found.number]))
            best[found.number] = min(rank, best.get(found.number, rank))
        return nsmallest(limit, best, key=best.__getitem__)


def beginnings(title: str, language: str) -> Iterator[tuple[str, int]]:
    """Yield the rest of a title, folded, from all places where one may begin to type it."""
    folded = fold(title)
    for number, found in enumerate(WORD.finditer(folded)):
        yield folded[found.start() :], WORD_IN_TITLE if number else TITLE
    for found in WORD.finditer(title.casefold()):
        for start in _last_parts(found[0], language):
            yield fold(title.casefold()[found.start() :])[start:], PART_OF_WORD


@lru_cache(maxsize=10_000)
def _last_parts(word: str, language: str) -> tuple[int, ...]:
    """Return where a compound's last part begins: kuraattori in "koulukuraattori"."""
    folded = fold(word)
    lasts = (split[-1].partition(":")[2] for split in read(word, language).splits if split[1:])
    starts = {folded.rfind(fold(last)) for last in lasts}
    return tuple(start for start in starts if start >= SHORTEST_BEFORE)
