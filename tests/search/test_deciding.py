"""What a search server is asked for: no more than decides the scores, which stay the same."""

import random
from uuid import uuid4

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.embedded.deciding import decisive
from search.engines.embedded.postings import Decisive, Postings, Scores, Stored
from search.engines.embedded.scoring import scores
from search.projection import LEVELS, Projection
from search.question import AllOf, AnyOf, Node, Option, Term

WORDS = [f"fi:{letter}" for letter in "abcdef"]
terms = st.sampled_from(WORDS).map(Term)
weights = st.sampled_from([1.0, 0.85, 0.65, 0.5])


def any_of(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    options = st.lists(st.builds(Option, weights, nodes), max_size=4).map(tuple)
    return st.builds(AnyOf, options, st.booleans())


nodes = st.recursive(
    terms,
    lambda inner: st.one_of(
        any_of(inner), st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def postings() -> Postings:
    """Forty entries with a few words each, at any level."""
    chance = random.Random(1)
    found = Postings()
    for _entry in range(40):
        levels = [set[str]() for _level in LEVELS]
        for word in chance.sample(WORDS, 3):
            chance.choice(levels).add(word)
        projection = Projection(tuple(levels), {}, ("fi",), 0, {}, {}, frozenset())
        found.add(Stored(uuid4(), 0, {}, {}), projection)
    return found


def asked(decided: Decisive, postings: Postings) -> Scores:
    """Score as a server does that is asked for this."""
    best = np.zeros(postings.size, dtype=np.float32)
    for (level, weight), several in decided.terms.items():
        for term in several:
            numbers, values = postings.score_of(term)
            there = numbers[values == np.float32(LEVELS[level])]
            best[there] = np.maximum(best[there], weight * LEVELS[level])
    for weight, parts in decided.phrases:
        found = np.array([asked(part, postings) for part in parts])
        best = np.maximum(best, weight * found.mean(axis=0) * (found > 0).all(axis=0))
    return best


@given(node=nodes, data=st.data())
def test_scores_stay_the_same_where_they_are_asked_for(
    postings: Postings, node: Node, data: st.DataObject
) -> None:
    chosen = data.draw(st.lists(st.booleans(), min_size=40, max_size=40))
    among = np.array(chosen)
    expected, found = scores(node, postings), asked(decisive(node, postings, among), postings)
    assert found[among] == pytest.approx(expected[among], abs=1e-4)
    assert (found <= expected + 1e-4).all()


def test_what_raises_no_score_is_not_asked_for(postings: Postings) -> None:
    everything = np.ones(postings.size, dtype=np.bool_)
    better, worse = Option(1.0, Term(WORDS[0])), Option(0.1, Term(WORDS[0]))
    decided = decisive(AnyOf((better, worse)), postings, everything)
    assert {weight for _level, weight in decided.terms} == {1.0}
    assert decisive(Term("fi:nowhere"), postings, everything) == Decisive({}, [])
