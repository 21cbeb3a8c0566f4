"""Finding entries: what pages and the API ask."""

from collections.abc import Collection
from math import ceil
from uuid import UUID

from django.conf import settings

from search.documents import Document
from search.engines import get_engine
from search.engines.base import SearchResult
from search.models import SearchDocument
from search.query import SearchQuery
from search.timely import timely_keys


def find(query: SearchQuery) -> SearchResult:
    """Return one page of what answers a query, with the total and the counts of every facet."""
    return get_engine().search(query, timely_keys(query))


def warm_up() -> None:
    """Load what the first question would wait seconds for: word lists, thesaurus, index."""
    find(SearchQuery(text="perhe familj", language=settings.LANGUAGE_CODE))


def documents_of(keys: Collection[UUID]) -> dict[UUID, Document]:
    """Return all that is searched of these entries. One query."""
    rows = SearchDocument.objects.filter(deleted=False).in_bulk(list(keys))
    return {key: Document.from_json(row.content) for key, row in rows.items()}


def last_page(query: SearchQuery, total: int) -> int:
    """Return the number of the last page of so many results; 1 where there are none."""
    return max(ceil(total / query.page_size), 1)
