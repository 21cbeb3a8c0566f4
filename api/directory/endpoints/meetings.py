"""Coming meetings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from api.directory import cursors
from api.directory.answering import READ, answer, next_url
from api.directory.build.parts import USUAL_MEETING, Content, meeting
from api.directory.choosing import chosen_entries
from api.directory.params import SITE_LANGUAGES, MeetingQuestion
from api.directory.reasons import CURSOR
from api.directory.schemas import MeetingList
from api.directory.showing import content_language, in_language
from api.models import DirectoryRecord, RecordKind
from api.problems import UnreadableError
from services.models import Meeting
from services.models.meeting import MeetingQuerySet

router = Router(tags=["meetings"])
BY_TIME: Final = "time"
# What a meeting shows of its entry.
OF_ENTRY: Final = (
    *("kind", "group_type", "title", "url", "organisation", "place"),
    *("municipalities", "whole_region"),
)


@router.api_operation(
    READ,
    "/meetings",
    operation_id="list_meetings",
    response=MeetingList,
    summary="List coming meetings",
)
def list_meetings(request: HttpRequest, question: Query[MeetingQuestion]) -> HttpResponse:
    """Meetings that are not over, the soonest first, of all entries or of those that answer."""
    return answer(request, question, lambda _now: _page(request, question))


def _page(request: HttpRequest, question: MeetingQuestion) -> Content:
    language = question.lang or SITE_LANGUAGES[0]
    meetings = _meetings(question, chosen_entries(request, question, language))
    found = list(_after(meetings, question.cursor)[: question.limit + 1])
    rows = found[: question.limit]
    return {
        "items": _items(rows, question.lang),
        "total": meetings.count(),
        "next": next_url(request, cursor=_cursor(rows[-1])) if len(found) > len(rows) else None,
    }


def _meetings(question: MeetingQuestion, entries: set[str] | None) -> MeetingQuerySet:
    coming = Meeting.objects.upcoming()
    if question.since:
        coming = coming.filter(ends_at__gt=question.since)
    if question.until:
        coming = coming.filter(starts_at__lt=question.until)
    return coming if entries is None else coming.filter(translation_key__in=entries)


def _cursor(last: Meeting) -> str:
    return cursors.write(BY_TIME, last.starts_at.isoformat(), str(last.pk))


def _after(meetings: MeetingQuerySet, cursor: str) -> MeetingQuerySet:
    if not cursor:
        return meetings
    try:
        moment, number = cursors.read(cursor, BY_TIME, 2)
        starts_at, pk = datetime.fromisoformat(moment), int(number)
    except ValueError as error:
        raise UnreadableError({"cursor": CURSOR}) from error
    return meetings.filter(Q(starts_at__gt=starts_at) | Q(starts_at=starts_at, pk__gt=pk))


def _items(rows: Sequence[Meeting], language: str | None) -> list[Content]:
    """Join meetings with the records of their entries. One query."""
    keys = {row.translation_key for row in rows}
    entries = DirectoryRecord.objects.public(RecordKind.ENTRY).filter(key__in=keys)
    contents = dict(entries.values_list("key", "content"))
    return [
        _item(row, contents[row.translation_key], language)
        for row in rows
        if row.translation_key in contents
    ]


def _item(row: Meeting, entry: Content, language: str | None) -> Content:
    item = {
        **USUAL_MEETING,
        **meeting(row),
        "entry": entry["id"],
        "content_language": content_language(entry, language),
        **{name: entry[name] for name in OF_ENTRY},
    }
    return in_language(item, language) if language else item
