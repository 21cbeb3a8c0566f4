"""What questions and their parts score in each entry."""

from collections.abc import Sequence
from functools import partial, reduce

import numpy as np

from search.engines.embedded.postings import NOTHING, Found, Postings, Scores
from search.question import AllOf, AnyOf, Node, Term, Word


def total(words: Sequence[Word], postings: Postings) -> Scores:
    """Return what every entry scores in a whole question.

    The right place raises what an entry scores in the thing that is asked for there: alone it
    is no answer, unless nothing but a place is asked for.
    """
    things = [word for word in words if not word.is_place] or words
    share = sum(word.weight for word in things)
    found = np.zeros(postings.size, dtype=np.float32)
    for word in things:
        found += scores(word.meaning, postings) * np.float32(word.weight)
    for word in words:
        if word not in things:
            found *= 1 + scores(word.meaning, postings) * np.float32(word.weight / share)
    return found


def scores(node: Node, postings: Postings) -> Scores:
    """Return what every entry scores in a node."""
    everywhere = np.zeros(postings.size, dtype=np.float32)
    numbers, values = found_in(node, postings)
    everywhere[numbers] = values
    return everywhere


def found_in(node: Node, postings: Postings) -> Found:
    """Return the entries in which a node scores, in order, and what it scores there."""
    if isinstance(node, Term):
        return postings.score_of(node.text)
    lasts = isinstance(node, AnyOf) and node.lasting
    memory = postings.lasting if lasts else postings.remembered
    known = memory.get(id(node))
    if known is None:
        found = _in_all(node, postings) if isinstance(node, AllOf) else _best(node, postings)
        known = memory[id(node)] = (node, found)
    return known[1]


def _in_all(node: AllOf, postings: Postings) -> Found:
    several: list[Found] = []
    for each in node.nodes:
        found = found_in(each, postings)
        if not found[0].size:  # most phrases of the thesaurus end here
            return NOTHING
        several.append(found)
    numbers, sums = reduce(partial(_in_both, size=postings.size), several)
    return numbers, sums / np.float32(len(several))


def _in_both(one: Found, other: Found, *, size: int) -> Found:
    """Return the entries that are in both, and the sums of their scores."""
    numbers, values = other
    everywhere = np.zeros(size, dtype=np.float32)
    everywhere[one[0]] = one[1]
    there = everywhere[numbers]
    both = there > 0
    return numbers[both], there[both] + values[both]


def _best(node: AnyOf, postings: Postings) -> Found:
    found = [(weight, *found_in(each, postings)) for weight, each in node.options]
    several = [(weight, numbers, values) for weight, numbers, values in found if numbers.size]
    if len(several) <= 1:
        for weight, numbers, values in several:
            return numbers, values * np.float32(weight)
        return NOTHING
    best = np.zeros(postings.size, dtype=np.float32)
    for weight, numbers, values in several:
        best[numbers] = np.maximum(best[numbers], values * np.float32(weight))
    numbers = np.flatnonzero(best > 0)
    return numbers, best[numbers]
