"""Finding entries: what pages and the API ask."""

from math import ceil

from search.engines import get_engine
from search.engines.base import SearchResult
from search.query import SearchQuery
from search.timely import timely_keys


def find(query: SearchQuery) -> SearchResult:
    """Return one page of what answers a query, with the total and the counts of every facet."""
    return get_engine().search(query, timely_keys(query))


def last_page(query: SearchQuery, total: int) -> int:
    """Return the number of the last page of so many results; 1 where there are none."""
    return max(ceil(total / query.page_size), 1)
