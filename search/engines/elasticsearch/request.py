"""One question as an Elasticsearch request, and its response as a result."""

from typing import Any, Final
from uuid import UUID

from elasticsearch.dsl import Q, Search
from elasticsearch.dsl.query import Query
from elasticsearch.dsl.response import Response

from search.analysis import QueryWord
from search.engines.base import Hit, Question, SearchResult
from search.facets import FACETS
from search.projection import FIELD_WEIGHTS

WEIGHTED_FIELDS: Final = [f"{name}^{weight}" for name, weight in FIELD_WEIGHTS.items()]
# More values than any facet has: a country's municipalities.
MOST_VALUES: Final = 500


def request(search: Search[Any], question: Question) -> Search[Any]:
    """Return the request: filters apply to the hits, and to every facet but their own."""
    filters = {
        name: Q("terms", **{f"facets.{name}": list(values)})
        for name, values in question.filters.items()
    }
    search = search.query(_query(question))
    search = search.post_filter("bool", filter=list(filters.values()))
    for name in FACETS:
        others = [condition for facet, condition in filters.items() if facet != name]
        bucket = search.aggs.bucket(name, "filter", bool={"filter": others})
        bucket.bucket("values", "terms", field=f"facets.{name}", size=MOST_VALUES)
    search = search.sort("_score", "-rank", f"titles.{question.language}", "key")
    search = search.extra(
        track_total_hits=True, track_scores=True, from_=question.offset, size=question.size
    )
    return search.source(False)  # noqa: FBT003 - the library's own way to ask for no fields


def result(response: Response[Any]) -> SearchResult:
    """Read a response."""
    return SearchResult(
        hits=[Hit(UUID(hit.meta.id), hit.meta.score or 0.0) for hit in response],
        total=response.hits.total.value,  # type: ignore[attr-defined]
        facets={
            name: {bucket.key: bucket.doc_count for bucket in found}
            for name in FACETS
            if (found := response.aggregations[name]["values"].buckets)
        },
    )


def _query(question: Question) -> Query:
    words = [_word(word) for word in question.words]
    matched = Q(
        "bool",
        should=words or [Q("match_all", boost=0)],
        minimum_should_match=question.least if words else 1,
    )
    if question.keys is None:
        return matched
    among = Q("ids", values=sorted(str(key) for key in question.keys))
    return Q("bool", must=[matched], filter=[among])


def _word(word: QueryWord) -> Query:
    """The best alternative of a word counts, its fields read as one text."""
    alternatives = [
        Q("combined_fields", query=term, fields=WEIGHTED_FIELDS, boost=weight)
        for term, weight in word.alternatives
    ]
    return Q("dis_max", queries=alternatives)
