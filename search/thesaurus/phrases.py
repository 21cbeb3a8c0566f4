"""The wordings of concepts as phrases that are found in questions."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import IntFlag
from itertools import chain
from math import log
from typing import Final

from search.thesaurus.concept import Concept
from search.thesaurus.rows import Rows
from search.thesaurus.spoken import SpokenWords
from search.thesaurus.wordings import Spoken, Words, is_mostly_grammar, is_negated, words_of

# How much a concept's words count beside the word that was asked for.
OFFICIAL: Final = 0.85
EVERYDAY: Final = 0.8
# One word that people say may mean other things too: "kahvila".
EVERYDAY_WORD: Final = 0.75
# How much of that a word counts that is left alone of a wording, without those of grammar.
ALONE: Final = 0.7
# A wording of one word says nothing where more concepts than these speak of it: "mannen".
MOST_CONCEPTS: Final = 45


class Kind(IntFlag):
    """What there is to know of a wording beside its words.

    ONE_WORD: it is no more. ALONE: one word of several is left, without those of grammar.
    NEGATED: it says the opposite without its negation: "råd" of "har inte råd".
    """

    OFFICIAL = 1
    ALONE = 2
    NEGATED = 4
    ONE_WORD = 8

    @property
    def weight(self) -> float:
        """How much such a wording counts beside the words that were asked with."""
        if Kind.OFFICIAL in self:
            whole = OFFICIAL
        else:
            whole = EVERYDAY_WORD if Kind.ONE_WORD in self else EVERYDAY
        return whole * (ALONE if Kind.ALONE in self and Kind.NEGATED not in self else 1.0)


class Phrases:
    """All wordings by number, in columns of numbers: objects took ten times the memory.

    The concepts are numbered as they come. `words` are those of all phrases, and `rarities` says
    how much each of them says, the rare ones more.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        numbers: dict[Spoken, int] = {}
        said: list[list[int]] = []
        self._concepts = array("I")
        self._firsts = array("I", [0])
        self._kinds = bytearray()
        for concept, several in enumerate(map(_wordings_of, concepts)):
            for words, kind in several:
                said.append([numbers.setdefault(word, len(numbers)) for word in words])
                self._concepts.append(concept)
                self._kinds.append(kind)
            self._firsts.append(len(said))
        self._said = Rows(said)
        self.words = SpokenWords(list(numbers), map(self.words_of, range(len(self._firsts) - 1)))
        self.rarities = array("d", _rarities(list(numbers), said))
        self._with_rarest = Rows(self._by_rarest())

    def of_concept(self, concept: int) -> range:
        """Return a concept's phrases."""
        return range(self._firsts[concept], self._firsts[concept + 1])

    def words_of(self, concept: int) -> set[int]:
        """Return the words of all of a concept's phrases."""
        return set(self._said.between(self._firsts[concept], self._firsts[concept + 1]))

    def with_rarest(self, word: int) -> Sequence[int]:
        """Return the phrases of which a word says most."""
        return self._with_rarest[word]

    def said(self, phrase: int) -> Sequence[int]:
        """Return a phrase's words, in order."""
        return self._said[phrase]

    def concept(self, phrase: int) -> int:
        """Return what a phrase speaks of."""
        return self._concepts[phrase]

    def kind(self, phrase: int) -> Kind:
        """Return what there is to know beside."""
        return Kind(self._kinds[phrase])

    def _by_rarest(self) -> Iterator[Sequence[int]]:
        """Yield for each word the phrases of which it says most."""
        found: dict[int, list[int]] = defaultdict(list)
        for phrase in range(len(self._kinds)):
            said = self.said(phrase)
            rarest = max(said, key=self.rarities.__getitem__)
            if len(said) > 1 or self.words.concepts_with_word(rarest) <= MOST_CONCEPTS:
                found[rarest].append(phrase)
        yield from (found[word] for word in range(len(self.rarities)))


def _wordings_of(concept: Concept) -> Iterator[tuple[Words, Kind]]:
    """Yield the official wordings and people's own."""
    for several, official in ((concept.terms, Kind.OFFICIAL), (concept.everyday, Kind(0))):
        for language, texts in several.items():
            for text in texts:
                if words := words_of(text, language):
                    yield words, official | _kind_of(text, language, words)


def _kind_of(text: str, language: str, words: Words) -> Kind:
    if len(words) > 1:
        return Kind(0)
    if not is_mostly_grammar(text, words):
        return Kind.ONE_WORD
    return Kind.ALONE | (Kind.NEGATED if is_negated(text, language) else Kind(0))


def _rarities(words: Sequence[Spoken], phrases: Sequence[Sequence[int]]) -> Iterator[float]:
    """Yield how much each word says; even one of every phrase says a little."""
    terms_of = (chain.from_iterable(words[number].terms for number in said) for said in phrases)
    counts = Counter(chain.from_iterable(map(set, terms_of)))
    for word in words:
        yield log(1 + len(phrases) / min(counts[term] for term in word.terms))
