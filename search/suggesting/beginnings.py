"""Texts found by how they, or words in them, begin."""

from bisect import bisect_left
from collections.abc import Iterable
from heapq import nsmallest
from typing import Final, NamedTuple

from search.analysis.fold import fold
from search.analysis.words import WORD

# So many beginnings are looked at: one letter may begin thousands.
MOST: Final = 2000
AFTER_EVERYTHING: Final = "\U0010ffff"


class Label(NamedTuple):
    """A text of what `code` names."""

    text: str
    language: str
    code: str
    rank: int = 0


class Beginnings:
    """All beginnings in order. Nothing in here changes."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._beginnings = sorted(
            (folded[found.start() :], word, label)
            for label in labels
            for folded in [fold(label.text)]
            for word, found in enumerate(WORD.finditer(folded))
        )

    def beginning_with(self, text: str, language: str, limit: int) -> list[Label]:
        """Return one label of each thing, the best first.

        Texts that begin so come before those with a later word that does; then the reader's
        language before others, lower ranks before higher ones, short texts before long ones.
        """
        begun = " ".join(fold(text).split())
        if not begun:
            return []
        first = bisect_left(self._beginnings, (begun,))
        last = bisect_left(self._beginnings, (begun + AFTER_EVERYTHING,))
        best: dict[str, tuple[int, int, int, Label]] = {}
        for _rest, word, label in self._beginnings[first : min(last, first + MOST)]:
            place = (word > 0) * 2 + (label.language != language)
            found = (place, label.rank, len(label.text), label)
            best[label.code] = min(found, best.get(label.code, found))
        return [found[-1] for found in nsmallest(limit, best.values())]
