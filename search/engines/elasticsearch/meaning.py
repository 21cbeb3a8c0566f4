"""The meaning of a question as Elasticsearch queries that score as the embedded engine does."""

from typing import Any

from search.engines.elasticsearch.index import at_level
from search.engines.embedded.postings import Decisive
from search.projection import LEVELS

Json = dict[str, Any]


def query(asked: Decisive, boost: float) -> Json:
    """Return a query that scores the best of the alternatives, times `boost`."""
    worth: dict[float, list[str]] = {}
    for (level, weight), terms in asked.terms.items():
        found = worth.setdefault(boost * weight * LEVELS[level], [])
        found += (at_level(term, level) for term in terms)
    queries = [_any_of(terms, score) for score, terms in worth.items()]
    for weight, parts in asked.phrases:
        share = boost * weight / len(parts)
        queries.append({"bool": {"must": [query(part, share) for part in parts]}})
    if len(queries) == 1:
        return queries[0]
    return {"dis_max": {"queries": queries}} if queries else {"match_none": {}}


def raised(whole: Json, place: Decisive, share: float) -> Json:
    """Return a query whose scores the best of a place's names raises, by up to `share`."""
    functions = [
        {
            "filter": _terms([at_level(term, level) for term in terms]),
            "weight": 1 + share * weight * LEVELS[level],
        }
        for (level, weight), terms in place.terms.items()
    ]
    if not functions:
        return whole
    return {"function_score": {"query": whole, "functions": functions, "score_mode": "max"}}


def _terms(terms: list[str]) -> Json:
    return {"terms": {"terms": terms}}


def _any_of(terms: list[str], score: float) -> Json:
    return {"constant_score": {"filter": _terms(terms), "boost": score}}
