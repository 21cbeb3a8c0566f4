"""A page of entries or organisations, and one of them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest

from api.directory.answering import next_url
from api.directory.build.parts import Content
from api.directory.listing import Page
from api.directory.moments import written
from api.directory.params import Paged
from api.directory.showing import shown
from api.directory.version import Version
from api.models import DirectoryRecord, RecordKind
from search.nearby import distances_from
from search.position import DECIMALS, Position


def page_of(
    request: HttpRequest, question: Paged, kind: RecordKind, page: Page, version: Version
) -> Content:
    """Return a page of a list with its records' contents. One query."""
    records = DirectoryRecord.objects.public(kind).filter(key__in=page.keys)
    rows = records.values_list("key", "content", "changed_at")
    items = {
        str(key): shown(content, changed_at, question.lang) for key, content, changed_at in rows
    }
    return {
        # One that vanished since the list was made is not shown.
        "items": [items[key] for key in page.keys if key in items],
        "deleted": [],
        "total": page.total,
        "next": next_page(request, page),
        "as_of": written(version.changed_at),
    }


def with_distances(content: Content, origin: Position) -> Content:
    """Return a page of entries, each with its distance from a point."""
    known = distances_from(origin, [UUID(item["id"]) for item in content["items"]])
    distances = {str(key): round(kilometres, DECIMALS) for key, kilometres in known.items()}
    items = [{**item, "distance": distances.get(item["id"])} for item in content["items"]]
    return {**content, "items": items}


def next_page(request: HttpRequest, page: Page) -> str | None:
    """Return the address of the next page; None after the last one."""
    return next_url(request, **page.following) if page.following else None


def one_of(kind: RecordKind, key: UUID, language: str | None) -> Any:
    """Return one entry or organisation; raise Http404 where there is none that is public."""
    record = DirectoryRecord.objects.public(kind).filter(key=key).first()
    if record is None:
        raise Http404
    return shown(record.content, record.changed_at, language)
