"""What finds the entries that speak of a concept."""

from collections.abc import Iterable

from search.question.meaning import AllOf, AnyOf, Node, Option, Term
from search.thesaurus.phrases import Kind, Phrases


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
        nodes = (self._node(phrase) for phrase in phrases if not self._is_alone(phrase))
        return AnyOf(tuple(Option(1.0, node) for node in nodes), lasting=True)

    def _is_alone(self, phrase: int) -> bool:
        return Kind.ALONE in self._phrases.kind(phrase)

    def _node(self, phrase: int) -> Node:
        nodes = tuple(map(self._word, self._phrases.said(phrase)))
        return AllOf(nodes) if len(nodes) > 1 else nodes[0]

    def _word(self, word: int) -> Node:
        if word not in self._words:
            terms = map(Term, self._phrases.words.terms_of(word))
            self._words[word] = AnyOf(tuple(Option(1.0, term) for term in terms))
        return self._words[word]
