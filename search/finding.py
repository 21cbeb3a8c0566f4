"""Finding entries: what pages and the API ask."""

from collections.abc import Collection
from dataclasses import replace
from math import ceil
from typing import Final
from uuid import UUID

from search.documents import Document
from search.engines import get_engine
from search.engines.base import SearchResult
from search.models import SearchDocument
from search.nearby import NOWHERE, distances_from
from search.position import Position
from search.query import SearchQuery
from search.timely import Moments, timely_keys

# What an engine gives at once.
EVERYTHING: Final = 10_000


def find(
    query: SearchQuery, origin: Position | None = None, counted: Moments | None = None
) -> SearchResult:
    """Return one page of what answers a query, with the total and the counts of every facet.

    With an origin the nearest comes first; what has no place follows, the best first. Filters of
    time are counted where they are given.
    """
    if origin is None:
        return get_engine().search(query, timely_keys(query), counted)
    found = find(replace(query, page=1, page_size=EVERYTHING), counted=counted)
    distances = distances_from(origin, (hit.translation_key for hit in found.hits))
    # Among equals the engine's order stays.
    found.hits.sort(key=lambda hit: distances.get(hit.translation_key, NOWHERE))
    start = (query.page - 1) * query.page_size
    return replace(found, hits=found.hits[start : start + query.page_size])


def documents_of(keys: Collection[UUID]) -> dict[UUID, Document]:
    """Return all that is searched of these entries. One query."""
    rows = SearchDocument.objects.filter(deleted=False).in_bulk(list(keys))
    return {key: Document.from_json(row.content) for key, row in rows.items()}


def last_page(query: SearchQuery, total: int) -> int:
    """Return the number of the last page of so many results; 1 where there are none."""
    return max(ceil(total / query.page_size), 1)
