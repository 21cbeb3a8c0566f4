"""Figures of relevance: nDCG, recall, reciprocal rank and success, as search research has them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2
from typing import Final

DEPTH: Final = 10
GOOD: Final = 2  # the grade from which an entry answers the query well


@dataclass(frozen=True)
class Figures:
    """Each between 0 and 1."""

    ndcg: float
    recall: float
    mrr: float
    success: float


def measure(grades: dict[str, int], ranked: Sequence[str]) -> Figures:
    """Measure one answer: gain 2^grade − 1, over the first ten; success among the first three.

    There is at least one grade, and each is above 0.
    """
    top = list(ranked)[:DEPTH]
    gains = [2 ** grades.get(name, 0) - 1 for name in top]
    ideal = sorted((2**grade - 1 for grade in grades.values()), reverse=True)[:DEPTH]
    best = max(grades.values())
    good = {name for name, grade in grades.items() if grade >= min(GOOD, best)}
    places = [place for place, name in enumerate(top, start=1) if name in good]
    return Figures(
        ndcg=_discounted(gains) / _discounted(ideal),
        recall=len(places) / min(DEPTH, len(good)),
        mrr=1 / places[0] if places else 0.0,
        success=float(any(grades.get(name, 0) == best for name in top[:3])),
    )


def mean(figures: Sequence[Figures]) -> Figures:
    """Return the mean of each figure, of one answer at least."""
    count = len(figures)
    return Figures(
        ndcg=sum(one.ndcg for one in figures) / count,
        recall=sum(one.recall for one in figures) / count,
        mrr=sum(one.mrr for one in figures) / count,
        success=sum(one.success for one in figures) / count,
    )


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / log2(place + 1) for place, gain in enumerate(gains, start=1))
