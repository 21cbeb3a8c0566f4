"""How the words of wordings are spelt: what a misspelt one may be meant to be."""

from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from search.analysis.fold import fold
from search.analysis.words import split_words
from search.thesaurus.concept import Concept

SHORTEST: Final = 5


class Spellings:
    """All words of a few letters and more, in columns: there are tens of thousands."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        found = {fold(word): (word, language) for word, language in _words(concepts)}
        self._folded = tuple(found)
        self._words = tuple(word for word, _language in found.values())
        self._languages = tuple(language for _word, language in found.values())

    def near(self, folded: str, *, most_wrong: int, limit: int) -> dict[tuple[str, str], int]:
        """Return words with their languages, the nearest first, and how many letters differ."""
        found = extract(
            folded, self._folded, scorer=OSA.distance, score_cutoff=most_wrong, limit=limit
        )
        return {(self._words[at], self._languages[at]): wrong for _word, wrong, at in found}


def _words(concepts: Iterable[Concept]) -> Iterator[tuple[str, str]]:
    for concept in concepts:
        for language, text in concept.wordings():
            yield from ((word, language) for word in split_words(text) if len(word) >= SHORTEST)
