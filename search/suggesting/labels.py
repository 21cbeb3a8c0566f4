"""Names of things, found by how they, or words in them, begin."""

from collections.abc import Iterable
from heapq import nsmallest
from typing import NamedTuple

from search.beginnings import Beginnings, words_of


class Label(NamedTuple):
    """A text of what `code` names; the lower the rank, the better."""

    text: str
    language: str
    code: str
    rank: int = 0


class Labels:
    """All labels, in columns, for there may be many; nothing in here changes."""

    def __init__(self, labels: Iterable[Label]) -> None:
        several = tuple(labels)
        self._texts = [label.text for label in several]
        self._languages = [label.language for label in several]
        self._codes = [label.code for label in several]
        self._ranks = bytes(label.rank for label in several)
        self._beginnings = Beginnings(map(words_of, self._texts))

    def beginning_with(self, text: str, language: str, limit: int) -> list[Label]:
        """Return one label of each thing, the best first.

        Texts that begin so come before those with a later word that does; then the reader's
        language before others, lower ranks before higher ones, short texts before long ones.
        """
        best: dict[str, tuple[int, int, int, Label]] = {}
        for number, place in self._beginnings.begun_with(text):
            label = self._label(number)
            order = place * 2 + (label.language != language)
            found = (order, label.rank, len(label.text), label)
            best[label.code] = min(found, best.get(label.code, found))
        return [found[-1] for found in nsmallest(limit, best.values())]

    def _label(self, number: int) -> Label:
        return Label(
            self._texts[number],
            self._languages[number],
            self._codes[number],
            self._ranks[number],
        )
