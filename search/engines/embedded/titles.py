"""Titles by how they, words in them or the last parts of compounds begin."""

from collections.abc import Iterator
from functools import lru_cache
from heapq import nsmallest
from typing import Final

from search.analysis.fold import fold
from search.analysis.reading import read
from search.analysis.words import WORD
from search.beginnings import PART_OF_WORD, Beginning, Beginnings, words_of
from search.engines.embedded.postings import Postings

SHORTEST_BEFORE: Final = 3  # letters of a compound before its last part


class Titles:
    """The titles of one state of the index."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        titles = [
            (title, language, number)
            for number in postings.numbers.values()
            for language, title in postings.entries[number].names.items()
        ]
        self._entries = [(number, language) for _title, language, number in titles]
        self._beginnings = Beginnings(beginnings(title, code) for title, code, _number in titles)

    def beginning_with(self, text: str, language: str, limit: int) -> list[int]:
        """Return the numbers of entries, the best first.

        Titles that begin so come before those with a later word that does, and these before those
        with a part of a word; the reader's language comes before the other.
        """
        order = self._postings.order(language)
        best: dict[int, tuple[int, int]] = {}
        for title, place in self._beginnings.begun_with(text):
            number, spoken = self._entries[title]
            rank = (place * 2 + (spoken != language), int(order[number]))
            best[number] = min(rank, best.get(number, rank))
        return nsmallest(limit, best, key=best.__getitem__)


def beginnings(title: str, language: str) -> Iterator[Beginning]:
    """Yield the rest of a title, folded, from all places where one may begin to type it."""
    yield from words_of(title)
    for found in WORD.finditer(title.casefold()):
        for start in _last_parts(found[0], language):
            yield Beginning(fold(title.casefold()[found.start() :])[start:], PART_OF_WORD)


@lru_cache(maxsize=10_000)
def _last_parts(word: str, language: str) -> tuple[int, ...]:
    """Return where a compound's last part begins: kuraattori in "koulukuraattori"."""
    folded = fold(word)
    lasts = (split[-1].partition(":")[2] for split in read(word, language).splits if split[1:])
    starts = {folded.rfind(fold(last)) for last in lasts}
    return tuple(start for start in starts if start >= SHORTEST_BEFORE)
