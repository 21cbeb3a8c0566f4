"""Places: where help is given, once each, with what is there."""

from collections import defaultdict
from collections.abc import Sequence
from heapq import merge

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from api.directory.answering import READ, answer
from api.directory.build.parts import Content
from api.directory.choosing import chosen_entries
from api.directory.endpoints.listed import next_page
from api.directory.listing import page_by_title, titles
from api.directory.params import SITE_LANGUAGES, PlaceQuestion
from api.directory.schemas import PlaceList
from api.directory.showing import in_language
from api.directory.version import Version
from api.models import DirectoryRecord, RecordKind

router = Router(tags=["places"])


@router.api_operation(
    READ, "/places", operation_id="list_places", response=PlaceList, summary="List places"
)
def list_places(request: HttpRequest, question: Query[PlaceQuestion]) -> HttpResponse:
    """Where entries are, all of them or those that answer; by the name of whose place it is."""
    return answer(request, question, lambda now: _page(request, question, now))


def _page(request: HttpRequest, question: PlaceQuestion, version: Version) -> Content:
    language = question.lang or SITE_LANGUAGES[0]
    entries = _entries_by_place(chosen_entries(request, question, language))
    owners = merge(*(titles(version, kind, language) for kind in RecordKind))
    rows = [row for row in owners if row[1] in entries]
    page = page_by_title(rows, question.cursor, question.limit)
    places = _places(page.keys, entries)
    return {
        "items": in_language(places, question.lang) if question.lang else places,
        "total": page.total,
        "next": next_page(request, page),
    }


def _entries_by_place(chosen: set[str] | None) -> dict[str, list[str]]:
    """Map the owners of places to the entries that are there."""
    records = DirectoryRecord.objects.public(RecordKind.ENTRY).exclude(place=None)
    found: dict[str, list[str]] = defaultdict(list)
    for place, key in records.order_by("key").values_list("place", "key"):
        if chosen is None or str(key) in chosen:
            found[str(place)].append(str(key))
    return found


def _places(keys: Sequence[str], entries: dict[str, list[str]]) -> list[Content]:
    owners = DirectoryRecord.objects.filter(key__in=keys, deleted=False)
    contents = {str(key): content for key, content in owners.values_list("key", "content")}
    return [
        {
            **contents[key]["place"],
            "title": contents[key]["title"],
            "opening_hours": contents[key]["opening_hours"],
            "entries": entries[key],
        }
        for key in keys
        if key in contents and contents[key]["place"]
    ]
