"""Texts found by how they, or words in them, begin."""

from collections.abc import Iterable
from heapq import nsmallest
from itertools import islice
from typing import Final, NamedTuple

from marisa_trie import RecordTrie

from search.analysis.fold import fold
from search.analysis.words import WORD

# So many beginnings are looked at: one letter may begin thousands.
MOST: Final = 2000
# A label's number, and whether a later word of it begins there.
PLACE: Final = "<I?"


class Label(NamedTuple):
    """A text of what `code` names."""

    text: str
    language: str
    code: str
    rank: int = 0


class Beginnings:
    """All beginnings; nothing in here changes. A trie takes a tenth of a list's memory."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._labels = tuple(labels)
        self._places = RecordTrie(
            PLACE,
            (
                (folded[found.start() :], (number, word > 0))
                for number, label in enumerate(self._labels)
                for folded in [fold(label.text)]
                for word, found in enumerate(WORD.finditer(folded))
            ),
        )

    def beginning_with(self, text: str, language: str, limit: int) -> list[Label]:
        """Return one label of each thing, the best first.

        Texts that begin so come before those with a later word that does; then the reader's
        language before others, lower ranks before higher ones, short texts before long ones.
        """
        begun = " ".join(fold(text).split())
        if not begun:
            return []
        best: dict[str, tuple[int, int, int, Label]] = {}
        for _text, (number, is_later) in islice(self._places.iteritems(begun), MOST):
            label = self._labels[number]
            place = is_later * 2 + (label.language != language)
            found = (place, label.rank, len(label.text), label)
            best[label.code] = min(found, best.get(label.code, found))
        return [found[-1] for found in nsmallest(limit, best.values())]
