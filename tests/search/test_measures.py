"""The figures of relevance, on answers small enough to work them out by hand."""

from math import log2

import pytest

from search.evaluation.measures import measure

GRADES = {"best": 3, "good": 2, "marginal": 1}


def test_the_ideal_answer_is_one_in_everything() -> None:
    found = measure(GRADES, ["best", "good", "marginal"])
    assert (found.ndcg, found.recall, found.mrr, found.success) == (1, 1, 1, 1)


def test_gains_are_discounted_by_their_place() -> None:
    found = measure(GRADES, ["nothing", "good"])
    ideal = 7 + 3 / log2(3) + 1 / 2
    assert found.ndcg == pytest.approx(3 / log2(3) / ideal)
    assert (found.recall, found.mrr, found.success) == (0.5, 0.5, 0)


def test_only_the_first_ten_count() -> None:
    found = measure(GRADES, [f"nothing {number}" for number in range(10)] + ["best"])
    assert (found.ndcg, found.recall, found.mrr, found.success) == (0, 0, 0, 0)


def test_where_nothing_is_good_the_best_there_is_counts() -> None:
    assert measure({"marginal": 1}, ["marginal"]).recall == 1
