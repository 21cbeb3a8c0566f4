"""Which terms of a text answer a question: those that score best, as engines score them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import Final

from search.question import AllOf, AnyOf, Node, Option, Term, Word

# What scores less is beside the point: a neighbour of a concept, a common part of a compound.
LEAST: Final = 0.5
# Beside "perhekahvila", "perhe" alone says nothing.
SHARE_OF_BEST: Final = 0.75

Matched = tuple[float, frozenset[str]]
NOTHING: Final[Matched] = (0.0, frozenset())


class Asked:
    """A question, ready to be found in many texts."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._options: dict[str, set[tuple[int, Option]]] = defaultdict(set)
        for position, word in enumerate(words):
            for option in word.meaning.options:
                if option.weight >= LEAST:
                    for term in _terms(option.node):
                        self._options[term].add((position, option))

    def terms_in(self, present: Set[str]) -> set[str]:
        """Return those of a text's terms that answer any of the words."""
        options: dict[int, set[Option]] = defaultdict(set)
        for term in present & self._options.keys():
            for position, option in self._options[term]:
                options[position].add(option)
        found = (matched(AnyOf(tuple(several)), present) for several in options.values())
        return {term for score, terms in found if score >= LEAST for term in terms}


def _terms(node: Node) -> Iterator[str]:
    if isinstance(node, Term):
        yield node.text
        return
    inner = node.nodes if isinstance(node, AllOf) else [option.node for option in node.options]
    for each in inner:
        yield from _terms(each)


def matched(node: Node, present: Set[str]) -> Matched:
    """Return what a node scores in a text with these terms, and those of them that score best."""
    if isinstance(node, Term):
        return (1.0, frozenset([node.text])) if node.text in present else NOTHING
    if isinstance(node, AllOf):
        return _in_all([matched(each, present) for each in node.nodes])
    options = [(weight, matched(each, present)) for weight, each in node.options]
    best = max((weight * score for weight, (score, _found) in options), default=0.0)
    if not best:
        return NOTHING
    near = (found for weight, (score, found) in options if weight * score >= SHARE_OF_BEST * best)
    return best, frozenset().union(*near)


def _in_all(several: list[Matched]) -> Matched:
    if not all(terms for _score, terms in several):
        return NOTHING
    scores = [score for score, _terms in several]
    return sum(scores) / len(scores), frozenset().union(*(terms for _score, terms in several))
