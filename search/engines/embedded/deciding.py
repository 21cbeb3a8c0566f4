"""Which alternatives decide what entries score: a search server needs to be asked for no others."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from search.engines.embedded.postings import Decisive, Mask, Numbers, Postings
from search.engines.embedded.scoring import found_in
from search.question import AnyOf, Node, Option, Term

# Scores nearer than this are the same.
EQUAL: Final = 1e-6


def decisive(node: Node, postings: Postings, among: Mask) -> Decisive:
    """Return what scores the same as a node in these entries, and no more in any other."""
    left = Decisive({}, [])
    best = np.zeros(postings.size, dtype=np.float32)
    for weight, each in sorted(_flat(node, 1.0), key=_weight, reverse=True):
        numbers, scores = found_in(each, postings)
        worth = scores * np.float32(weight)
        raised = (worth > best[numbers] + EQUAL) & among[numbers]
        if raised.any():
            best[numbers[raised]] = worth[raised]
            _add(left, _decided(each, postings, numbers, raised), weight)
    return left


def _decided(node: Node, postings: Postings, numbers: Numbers, raised: Mask) -> Decisive:
    """Return what decides the scores of those entries that a node raises."""
    if isinstance(node, Term):
        levels = postings.levels_of(node.text, raised)
        return Decisive({(level, 1.0): [node.text] for level in levels}, [])
    if isinstance(node, AnyOf):  # a lasting one: worked out for all entries, and only once
        if id(node) not in postings.decided:
            every = AnyOf(node.options)
            postings.decided[id(node)] = decisive(every, postings, postings.alive())
        return postings.decided[id(node)]
    there = np.zeros(postings.size, dtype=np.bool_)
    there[numbers[raised]] = True
    return Decisive({}, [(1.0, tuple(decisive(part, postings, there) for part in node.nodes))])


def _add(left: Decisive, more: Decisive, weight: float) -> None:
    for (level, own), terms in more.terms.items():
        left.terms.setdefault((level, weight * own), []).extend(terms)
    left.phrases.extend((weight * own, parts) for own, parts in more.phrases)


def _flat(node: Node, weight: float) -> Iterator[Option]:
    """Yield what is in a node: the best of the best is the best of all."""
    if not isinstance(node, AnyOf) or node.lasting:
        yield Option(weight, node)
        return
    for own, each in node.options:
        yield from _flat(each, weight * own)


def _weight(option: Option) -> float:
    return option.weight
