"""Meanings without what no entry has, so that a search server isn't asked for it."""

from collections.abc import Iterable
from dataclasses import replace

from search.question.meaning import AllOf, AnyOf, Node, Option, Term, Word
from search.question.vocabulary import Vocabulary


def pruned(words: Iterable[Word], vocabulary: Vocabulary) -> tuple[Word, ...]:
    """Return words that score the same in every entry."""
    return tuple(replace(word, meaning=_any_of(word.meaning, vocabulary)) for word in words)


def _any_of(node: AnyOf, vocabulary: Vocabulary) -> AnyOf:
    left = ((weight, _pruned(each, vocabulary)) for weight, each in node.options)
    return AnyOf(tuple(Option(weight, each) for weight, each in left if each))


def _pruned(node: Node, vocabulary: Vocabulary) -> Node | None:
    """Return None for what can't score."""
    if isinstance(node, Term):
        return node if node.text in vocabulary else None
    if isinstance(node, AnyOf):
        left = _any_of(node, vocabulary)
        return left if left.options else None
    nodes = [_pruned(each, vocabulary) for each in node.nodes]
    found = tuple(each for each in nodes if each)
    return AllOf(found) if len(found) == len(nodes) else None
