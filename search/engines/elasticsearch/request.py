"""One question as an Elasticsearch request, and its response as a result."""

from typing import Any, Final
from uuid import UUID

from elasticsearch.dsl import Q, Search
from elasticsearch.dsl.query import Query
from elasticsearch.dsl.response import Response

from search.engines.base import CLOSEST, CLOSEST_SCORE, OWN_LANGUAGE, Hit, Question, SearchResult
from search.engines.elasticsearch.meaning import query
from search.facets import FACETS

# More values than any facet has: a country's municipalities.
MOST_VALUES: Final = 500


def request(search: Search[Any], question: Question) -> Search[Any]:
    """Return the request: filters apply to the hits, and to every facet but their own."""
    filters = _filters(question)
    search = _scored(search, question, question.least)
    for name in FACETS:
        others = [condition for facet, condition in filters.items() if facet != name]
        bucket = search.aggs.bucket(name, "filter", bool={"filter": others})
        bucket.bucket("values", "terms", field=f"facets.{name}", size=MOST_VALUES)
    return search.extra(track_total_hits=True, from_=question.offset, size=question.size)


def closest_request(search: Search[Any], question: Question) -> Search[Any]:
    """Return the request for the few that come nearest, where nothing answers."""
    return _scored(search, question, CLOSEST_SCORE).extra(size=CLOSEST)


def result(response: Response[Any]) -> SearchResult:
    """Read a response."""
    return SearchResult(
        hits=hits(response),
        total=response.hits.total.value,  # type: ignore[attr-defined]
        facets={
            name: {bucket.key: bucket.doc_count for bucket in found}
            for name in FACETS
            if (found := response.aggregations[name]["values"].buckets)
        },
    )


def hits(response: Response[Any]) -> list[Hit]:
    """Read the hits of a response."""
    return [Hit(UUID(hit.meta.id), hit.meta.score or 0.0) for hit in response]


def _scored(search: Search[Any], question: Question, least: float) -> Search[Any]:
    search = search.query(_query(question, least))
    search = search.post_filter("bool", filter=list(_filters(question).values()))
    search = search.sort("_score", "-rank", f"titles.{question.language}", "key")
    search = search.extra(track_scores=True)
    return search.source(False)  # noqa: FBT003 - the library's own way to ask for no fields


def _filters(question: Question) -> dict[str, Query]:
    return {
        name: Q("terms", **{f"facets.{name}": list(values)})
        for name, values in question.filters.items()
    }


def _query(question: Question, least: float) -> Query:
    among = (
        []
        if question.keys is None
        else [Q("ids", values=sorted(str(key) for key in question.keys))]
    )
    if not question.words:
        return Q("bool", must=[Q("match_all")], filter=among)
    things, places = (
        [query(word.meaning, word.weight) for word in question.words if word.is_place == kind]
        for kind in (False, True)
    )
    own = Q(
        "constant_score",
        filter=Q("term", languages=question.language),
        boost=OWN_LANGUAGE,
    )
    asked = Q("bool", should=things or places, minimum_should_match=1)
    scored = Q("bool", must=[asked], should=[own, *(places if things else [])], filter=among)
    # Part of the query, since facets would count what the request's own min_score leaves out.
    return Q("function_score", query=scored, min_score=least)
