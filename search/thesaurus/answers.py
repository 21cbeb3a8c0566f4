"""What finds the entries that speak of a concept."""

from collections.abc import Iterable
from typing import Final

from search.question.meaning import AllOf, AnyOf, Node, Option, Term
from search.thesaurus.phrases import Kind, Phrases

# How much several words count beside one: they may stand anywhere in a text.
SEVERAL: Final = 0.9
# How much a word counts that one of a wording is derived from: kutsua of kutsunnat.
ROOT: Final = 0.8


class Answers:
    """Nodes of concepts' wordings: always the same ones, for engines remember what they find."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._terms: dict[int, AnyOf] = {}
        self._sayings: dict[int, AnyOf] = {}
        self._words: dict[int, Node] = {}

    def terms(self, concept: int) -> AnyOf:
        """Return what a concept is called."""
        if concept not in self._terms:
            self._terms[concept] = self._any_of(
                phrase
                for phrase in self._phrases.of_concept(concept)
                if Kind.OFFICIAL in self._phrases.kind(phrase)
            )
        return self._terms[concept]

    def sayings(self, concept: int) -> AnyOf:
        """Return what people call it in one word; the words of several stand apart in texts."""
        if concept not in self._sayings:
            self._sayings[concept] = self._any_of(
                phrase
                for phrase in self._phrases.of_concept(concept)
                if Kind.OFFICIAL not in self._phrases.kind(phrase)
                and len(self._phrases.said(phrase)) == 1
            )
        return self._sayings[concept]

    def _any_of(self, phrases: Iterable[int]) -> AnyOf:
        """Leave out one word of several, which means something else alone: "har inte råd"."""
        found = (self._option(phrase) for phrase in phrases if not self._is_alone(phrase))
        return AnyOf(tuple(found), lasting=True)

    def _is_alone(self, phrase: int) -> bool:
        return Kind.ALONE in self._phrases.kind(phrase)

    def _option(self, phrase: int) -> Option:
        nodes = tuple(map(self._word, self._phrases.said(phrase)))
        return Option(SEVERAL, AllOf(nodes)) if len(nodes) > 1 else Option(1.0, nodes[0])

    def _word(self, word: int) -> Node:
        if word not in self._words:
            spoken = self._phrases.words.spoken(word)
            options = [Option(1.0, Term(term)) for term in spoken.wholes]
            options += [Option(ROOT, Term(term)) for term in spoken.roots]
            self._words[word] = AnyOf(tuple(options))
        return self._words[word]
