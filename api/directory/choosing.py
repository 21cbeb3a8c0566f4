"""Which entries answer a question's words and filters."""

from dataclasses import replace
from typing import Any, Final

from django.http import HttpRequest

from api.directory.listing import Page, page_by_relevance, page_by_title, titles
from api.directory.params import Filters
from api.directory.version import Version
from api.models import DirectoryRecord, RecordKind
from search.finding import find
from search.query import SearchQuery

# What an engine gives at once.
EVERYTHING: Final = 10_000


def entry_page(request: HttpRequest, question: Filters, version: Version, language: str) -> Page:
    """Return a page of the entries that answer: the best first, or without words by title."""
    query = _query(request, language)
    if query.text:
        found = _found(query)
        numbers = _numbers(question, key__in=found)
        keys = [key for key in found if key in numbers]
        return page_by_relevance(keys, numbers, cursor=question.cursor, limit=question.limit)
    rows = titles(version, RecordKind.ENTRY, language)
    chosen = chosen_entries(request, question, language)
    if chosen is not None:
        rows = [row for row in rows if row[1] in chosen]
    return page_by_title(rows, question.cursor, question.limit)


def chosen_entries(request: HttpRequest, question: Filters, language: str) -> set[str] | None:
    """Return the keys of the entries that answer; None where nothing is asked of them."""
    query = _query(request, language)
    chosen = set(_found(query)) if query.is_narrowed else None
    if question.organisation is None:
        return chosen
    arranged = set(_numbers(question))
    return arranged if chosen is None else arranged & chosen


def _query(request: HttpRequest, language: str) -> SearchQuery:
    """Read the words and filters; that they make sense is known by now."""
    query = SearchQuery.from_params(request.GET, language)
    return replace(query, page=1, page_size=EVERYTHING)


def _found(query: SearchQuery) -> list[str]:
    return [str(hit.translation_key) for hit in find(query).hits]


def _numbers(question: Filters, **among: Any) -> dict[str, int]:
    """Map entries to the numbers of their records; only an organisation's where one is named."""
    records = DirectoryRecord.objects.public(RecordKind.ENTRY).filter(**among)
    if question.organisation:
        records = records.arranged_by(question.organisation)
    return {str(key): number for key, number in records.values_list("key", "pk")}
