"""The words that phrases are made of, by number."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from marisa_trie import Trie

from search.thesaurus.rows import Rows
from search.thesaurus.wordings import Spoken


class SpokenWords:
    """Each word once, by the terms that it may be read as; `concepts` are the words of each."""

    def __init__(self, words: Sequence[Spoken], concepts: Iterable[Iterable[int]]) -> None:
        self._terms = Trie(chain.from_iterable(word.terms for word in words))
        self._of_word = Rows(self._numbers(word.terms) for word in words)
        self._wholes = bytes(len(word.wholes) for word in words)
        with_term: dict[int, list[int]] = defaultdict(list)
        for word in range(len(words)):
            for term in self._of_word[word]:
                with_term[term].append(word)
        self._with_term = Rows(with_term[term] for term in range(len(self._terms)))
        speaking = Counter(chain.from_iterable(map(self._all_terms, concepts)))
        self._concepts = array("I", (speaking[term] for term in range(len(self._terms))))

    def spoken(self, word: int) -> Spoken:
        """Return what a word may be read as."""
        terms = tuple(map(self._terms.restore_key, self._of_word[word]))
        return Spoken(terms[: self._wholes[word]], terms[self._wholes[word] :])

    def heard_in(self, terms: Iterable[str]) -> set[int]:
        """Return the words that may be read as one of these terms."""
        several = map(self._with_term.__getitem__, self._numbers(terms))
        return set(chain.from_iterable(several))

    def concepts_with(self, terms: Iterable[str]) -> int:
        """Return how many concepts speak of the most usual of these terms."""
        return self._most_usual(self._numbers(terms))

    def concepts_with_word(self, word: int) -> int:
        """Return how many concepts speak of a word, or of another that may be read as it may."""
        return self._most_usual(self._of_word[word])

    def _most_usual(self, terms: Iterable[int]) -> int:
        return max(map(self._concepts.__getitem__, terms), default=0)

    def _numbers(self, terms: Iterable[str]) -> list[int]:
        return [self._terms[term] for term in terms if term in self._terms]

    def _all_terms(self, words: Iterable[int]) -> set[int]:
        return set(chain.from_iterable(map(self._of_word.__getitem__, words)))
