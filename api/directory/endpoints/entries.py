"""Entries: services, forms of support, groups and meeting places."""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from api.directory.answering import READ, answer
from api.directory.build.parts import Content
from api.directory.choosing import entry_page, origin_of
from api.directory.endpoints.listed import one_of, page_of, with_distances
from api.directory.mirroring import changes
from api.directory.params import SITE_LANGUAGES, EntryQuestion, InLanguage, Key
from api.directory.schemas import Entry, EntryList
from api.directory.version import Version
from api.models import RecordKind

router = Router(tags=["entries"])


@router.api_operation(
    READ, "/entries", operation_id="list_entries", response=EntryList, summary="List entries"
)
def list_entries(request: HttpRequest, question: Query[EntryQuestion]) -> HttpResponse:
    """By words, the best first; without words by title, in the order of the alphabet.

    With `near`, or `lat` and `lon`, the nearest first, each with its `distance`. With
    `changed_since` instead what has changed, for those who keep a copy.
    """

    def make(version: Version) -> Content:
        if moment := question.changed_since:
            return changes(request, question, moment, RecordKind.ENTRY, version)
        language = question.lang or SITE_LANGUAGES[0]
        origin = origin_of(question)
        page = entry_page(request, question, version, language, origin)
        content = page_of(request, question, RecordKind.ENTRY, page, version)
        return with_distances(content, origin) if origin else content

    return answer(request, question, make)


@router.api_operation(
    READ,
    "/entries/{uuid:entry_id}",
    operation_id="read_entry",
    response=Entry,
    summary="Read an entry",
)
def read_entry(request: HttpRequest, entry_id: Key, question: Query[InLanguage]) -> HttpResponse:
    """All that its page shows."""
    return answer(request, question, lambda _now: one_of(RecordKind.ENTRY, entry_id, question.lang))
