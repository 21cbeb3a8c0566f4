"""Texts by how they, or words in them, begin: what typing suggests."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from marisa_trie import RecordTrie

from search.analysis.fold import fold
from search.analysis.words import WORD

# So many beginnings are looked at: one letter may begin thousands.
MOST: Final = 2000
# Where a text may be begun, the best place first: itself, a later word, the last part of one.
TEXT, WORD_IN_TEXT, PART_OF_WORD = range(3)


class Beginning(NamedTuple):
    """The rest of a text, folded, from one of the places where it may be begun."""

    rest: str
    place: int


class Beginnings:
    """All beginnings of texts; a text is called by its number among them.

    A trie takes a tenth of a list's memory; nothing in it changes.
    """

    def __init__(self, texts: Iterable[Iterable[Beginning]]) -> None:
        self._trie = RecordTrie(
            "<IB",
            (
                (rest, (number, place))
                for number, several in enumerate(texts)
                for rest, place in several
            ),
        )

    def begun_with(self, typed: str) -> Iterator[tuple[int, int]]:
        """Yield the numbers of texts that may be begun so, and the places."""
        if begun := " ".join(fold(typed).split()):
            for _rest, (number, place) in islice(self._trie.iteritems(begun), MOST):
                yield number, place


def words_of(text: str) -> Iterator[Beginning]:
    """Yield a text from its beginning and from each of its later words on."""
    folded = fold(text)
    for number, found in enumerate(WORD.finditer(folded)):
        yield Beginning(folded[found.start() :], WORD_IN_TEXT if number else TEXT)
