"""What finds the entries that speak of a concept."""

from collections.abc import Callable
from typing import Final

from search.question.meaning import AllOf, AnyOf, Node, Option, Term
from search.thesaurus.phrases import Kind, Phrases

# How much several words count beside one: they may stand anywhere in a text.
SEVERAL: Final = 0.9
# How much a word counts that one of a wording is derived from: kutsua of kutsunnat.
ROOT: Final = 0.8

Choice = Callable[[Kind], bool]


class Answers:
    """Nodes of concepts' wordings: always the same ones, for engines remember what they find."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._nodes: dict[tuple[int, Choice], AnyOf] = {}
        self._words: dict[int, Node] = {}

    def terms(self, concept: int) -> AnyOf:
        """Return what a concept is called."""
        return self._any_of(concept, _is_term)

    def sayings(self, concept: int) -> AnyOf:
        """Return what people call it in one word; the words of several stand apart in texts."""
        return self._any_of(concept, _is_saying)

    def _any_of(self, concept: int, chosen: Choice) -> AnyOf:
        known = self._nodes.get((concept, chosen))
        if known is None:
            phrases = self._phrases.of_concept(concept)
            found = (self._option(one) for one in phrases if chosen(self._phrases.kind(one)))
            known = self._nodes[concept, chosen] = AnyOf(tuple(found), lasting=True)
        return known

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


def _is_term(kind: Kind) -> bool:
    """Leave out one word of several, which means something else alone: "har inte råd"."""
    return Kind.OFFICIAL in kind and Kind.ALONE not in kind


def _is_saying(kind: Kind) -> bool:
    return Kind.ONE_WORD in kind and Kind.OFFICIAL not in kind
