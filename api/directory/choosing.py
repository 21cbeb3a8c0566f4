"""Which entries answer a question's words and filters."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from api.directory.listing import (
    BY_DISTANCE,
    BY_RELEVANCE,
    Page,
    page_by_number,
    page_by_order,
    page_by_title,
    titles,
)
from api.directory.params import EntryQuestion, Filters
from api.directory.reasons import MISSING, NO_PLACE, ONE_OF_TWO
from api.directory.version import Version
from api.models import DirectoryRecord, RecordKind
from api.problems import UnreadableError
from search.finding import EVERYTHING, find
from search.localities import localities, named
from search.position import Position
from search.query import SearchQuery


def origin_of(question: EntryQuestion) -> Position | None:
    """Return from where the nearest are asked for; raise UnreadableError where that is nowhere."""
    if question.near is not None:
        place = named(question.near.strip(), localities())
        if place is None:
            raise UnreadableError({"near": NO_PLACE})
        return place.position
    if question.lat is None and question.lon is None:
        return None
    if question.lat is None or question.lon is None:
        raise UnreadableError({"lat" if question.lat is None else "lon": MISSING})
    return Position.rounded(question.lat, question.lon)


def entry_page(
    request: HttpRequest,
    question: EntryQuestion,
    version: Version,
    language: str,
    origin: Position | None,
) -> Page:
    """Return a page of the entries that answer: the nearest or best first, or else by title."""
    if question.page and question.cursor:
        raise UnreadableError({"page": ONE_OF_TWO})
    query = _query(request, language)
    if query.text or origin:
        return _ordered_page(question, query, origin)
    rows = titles(version, RecordKind.ENTRY, language)
    chosen = chosen_entries(request, question, language)
    if chosen is not None:
        rows = [row for row in rows if row[1] in chosen]
    if question.page:
        return page_by_number([key for _title, key in rows], question.page, question.limit)
    return page_by_title(rows, question.cursor, question.limit)


def chosen_entries(request: HttpRequest, question: Filters, language: str) -> set[str] | None:
    """Return the keys of the entries that answer; None where nothing is asked of them."""
    query = _query(request, language)
    chosen = set(_found(query)) if query.is_narrowed else None
    if question.organisation is None:
        return chosen
    arranged = set(_numbers(question))
    return arranged if chosen is None else arranged & chosen


def _ordered_page(question: EntryQuestion, query: SearchQuery, origin: Position | None) -> Page:
    found = _found(query, origin)
    numbers = _numbers(question, key__in=found)
    keys = [key for key in found if key in numbers]
    if question.page:
        return page_by_number(keys, question.page, question.limit)
    order = BY_DISTANCE if origin else BY_RELEVANCE
    return page_by_order(keys, numbers, order, cursor=question.cursor, limit=question.limit)


def _query(request: HttpRequest, language: str) -> SearchQuery:
    """Read the words and filters; that they make sense is known by now."""
    query = SearchQuery.from_params(request.GET, language)
    return replace(query, page=1, page_size=EVERYTHING)


def _found(query: SearchQuery, origin: Position | None = None) -> list[str]:
    return [str(hit.translation_key) for hit in find(query, origin).hits]


def _numbers(question: Filters, **among: Any) -> dict[str, int]:
    """Map entries to the numbers of their records; only an organisation's where one is named."""
    records = DirectoryRecord.objects.public(RecordKind.ENTRY).filter(**among)
    if question.organisation:
        records = records.arranged_by(question.organisation)
    return {str(key): number for key, number in records.values_list("key", "pk")}
