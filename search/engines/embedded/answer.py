"""One question answered from memory: scored, narrowed, counted and sorted."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

import numpy as np

from search.engines.base import CLOSEST, CLOSEST_SCORE, OWN_LANGUAGE, Hit, Question, SearchResult
from search.engines.embedded.postings import Mask, Postings, Scores
from search.engines.embedded.scoring import total
from search.facets import FACETS, SET

EVERYTHING: Final = np.float32(1.0)


def answer(postings: Postings, question: Question) -> SearchResult:
    """Return the hits of one page, the total and the counts of every facet."""
    score = _score(postings, question)
    among = postings.alive()
    if question.keys is not None:
        among = among & _among(postings, question.keys)
    passes = {name: postings.mask(name, values) for name, values in question.filters.items()}
    matched = among & (score >= question.least)
    narrowed = _all(matched, passes.values())
    result = SearchResult(
        hits=_page(postings, question, score, narrowed, question.offset, question.size),
        total=int(narrowed.sum()),
        facets={
            **_counts(postings, matched, passes),
            **{
                name: {SET: int((narrowed & _among(postings, keys)).sum())}
                for name, keys in question.counted.items()
            },
        },
    )
    if result.total or not question.words:
        return result
    close = _all(among & (score >= CLOSEST_SCORE), passes.values())
    result.closest.extend(_page(postings, question, score, close, 0, CLOSEST))
    return result


def _score(postings: Postings, question: Question) -> Scores:
    if not question.words:
        return np.full(postings.size, EVERYTHING)
    score = total(question.words, postings)
    own = postings.mask("text_language", [question.language])
    score[own & (score > 0)] += np.float32(OWN_LANGUAGE)
    return score


def _among(postings: Postings, keys: Iterable[UUID]) -> Mask:
    among = np.zeros(postings.size, dtype=np.bool_)
    known = (postings.numbers.get(key) for key in keys)
    among[[number for number in known if number is not None]] = True
    return among


def _all(mask: Mask, others: Iterable[Mask]) -> Mask:
    return np.logical_and.reduce([mask, *others])  # type: ignore[no-any-return]


def _page(
    postings: Postings, question: Question, score: Scores, mask: Mask, offset: int, size: int
) -> list[Hit]:
    numbers = np.flatnonzero(mask)
    place = postings.order(question.language)[numbers]
    best = numbers[np.lexsort((place, -score[numbers]))][offset : offset + size]
    return [Hit(postings.entries[number].key, float(score[number])) for number in best]


def _counts(
    postings: Postings, matched: Mask, passes: dict[str, Mask]
) -> dict[str, dict[str, int]]:
    """A facet's counts leave its own filter out."""
    counts = {}
    for name in FACETS:
        among = _all(matched, [mask for other, mask in passes.items() if other != name])
        values = postings.codes(name).items()
        found = {value: int(np.count_nonzero(among[numbers])) for value, numbers in values}
        if any(found.values()):
            counts[name] = {value: count for value, count in found.items() if count}
    return counts
