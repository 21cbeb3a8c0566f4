"""One question as an Elasticsearch request, and its response as a result."""

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from search.engines.base import CLOSEST, CLOSEST_SCORE, OWN_LANGUAGE, Hit, Question, SearchResult
from search.engines.elasticsearch.meaning import Json, query, raised
from search.engines.embedded.postings import Decisive
from search.facets import FACETS, SET
from search.question import Word

# More values than any facet has: a country's municipalities.
MOST_VALUES: Final = 500
# The facets that all filters narrow; the name of none.
NARROWED: Final = "narrowed"


def request(question: Question, asked: Sequence[Decisive]) -> Json:
    """Return the request's body: filters apply to the hits, and to every facet but their own.

    `asked` is what decides the score of each of the question's words.
    """
    filters = _filters(question)
    return {
        **_scored(question, asked, question.least),
        "from": question.offset,
        "size": question.size,
        "aggs": {**_counts(filters), **_counted(question, filters)},
    }


def closest_request(question: Question, asked: Sequence[Decisive]) -> Json:
    """Return the body of the request for the few that come nearest, where nothing answers."""
    return {**_scored(question, asked, CLOSEST_SCORE), "size": CLOSEST}


def result(response: Json, question: Question) -> SearchResult:
    """Read a response."""
    found = response["aggregations"]
    narrowed = found.get(NARROWED, found)
    buckets = {
        name: (found[name] if name in question.filters else narrowed)[name]["buckets"]
        for name in FACETS
    }
    facets = {
        name: {bucket["key"]: bucket["doc_count"] for bucket in several}
        for name, several in buckets.items()
        if several
    }
    counted = {name: {SET: found[name]["doc_count"]} for name in question.counted}
    return SearchResult(hits(response), response["hits"]["total"]["value"], facets | counted)


def hits(response: Json) -> list[Hit]:
    """Read the hits of a response."""
    return [Hit(UUID(hit["_id"]), hit["_score"] or 0.0) for hit in response["hits"]["hits"]]


def _scored(question: Question, asked: Sequence[Decisive], least: float) -> Json:
    order = ["_score", {"rank": "desc"}, f"titles.{question.language}", "key"]
    return {
        "query": _query(question, asked, least),
        "post_filter": _all(_filters(question).values()),
        "sort": order,
        "track_scores": True,
        "track_total_hits": True,
        "_source": False,
    }


def _counts(filters: dict[str, Json]) -> Json:
    """Return the counts of every facet; few filters of their own, each costs a search more."""
    counts = {name: {"terms": {"field": f"facets.{name}", "size": MOST_VALUES}} for name in FACETS}
    if not filters:
        return counts
    grouped: dict[str, Any] = {
        name: {
            "filter": _all(each for other, each in filters.items() if other != name),
            "aggs": {name: counts.pop(name)},
        }
        for name in filters
    }
    return {**grouped, NARROWED: {"filter": _all(filters.values()), "aggs": counts}}


def _counted(question: Question, filters: dict[str, Json]) -> Json:
    return {
        name: {"filter": _all([*filters.values(), _ids(keys)])}
        for name, keys in question.counted.items()
    }


def _filters(question: Question) -> dict[str, Json]:
    return {
        name: {"terms": {f"facets.{name}": values}} for name, values in question.filters.items()
    }


def _all(filters: Iterable[Json]) -> Json:
    return {"bool": {"filter": list(filters)}}


def _ids(keys: Iterable[UUID]) -> Json:
    return {"ids": {"values": sorted(map(str, keys))}}


def _query(question: Question, asked: Sequence[Decisive], least: float) -> Json:
    among = [] if question.keys is None else [_ids(question.keys)]
    if not question.words:
        return {"bool": {"must": [{"match_all": {}}], "filter": among}}
    own = {"filter": {"term": {"languages": question.language}}, "boost": OWN_LANGUAGE}
    scored = {
        "must": [_whole(question.words, asked)],
        "should": [{"constant_score": own}],
        "filter": among,
    }
    # Part of the query, since facets would count what the request's own min_score leaves out.
    return {"function_score": {"query": {"bool": scored}, "min_score": least}}


def _whole(words: Sequence[Word], asked: Sequence[Decisive]) -> Json:
    """Return a query that scores as the embedded engine does: a place raises what is there."""
    meanings = list(zip(words, asked, strict=True))
    things = [(word, meaning) for word, meaning in meanings if not word.is_place] or meanings
    share = sum(word.weight for word, _meaning in things)
    queries = [query(meaning, word.weight) for word, meaning in things]
    whole: Json = {"bool": {"should": queries, "minimum_should_match": 1}}
    for word, meaning in meanings:
        if (word, meaning) not in things:
            whole = raised(whole, meaning, word.weight / share)
    return whole
