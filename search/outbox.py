"""Writes search documents, and hands the changes on to engines."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.db import transaction

from search.documents import Document, build_documents
from search.models import SearchDocument
from services.actions.changes import lock_clock
from services.models import ChangeClock


@dataclass(frozen=True)
class Change:
    """What became of an entry at a sequence number; no document: it is gone."""

    translation_key: UUID
    seq: int
    document: Document | None


@dataclass(frozen=True)
class State:
    """How far documents have come, in the numbers of which database."""

    history: str
    watermark: int


class DocumentSource(Protocol):
    """Where an engine reads documents from."""

    def state(self) -> State:
        """Return how far the documents have come."""

    def changes(self, since: int = 0) -> Iterator[Change]:
        """Yield what changed after a sequence number, oldest first."""


class Outbox:
    """The documents of this site."""

    def state(self) -> State:
        """Return how far the documents have come. One query."""
        clock = ChangeClock.objects.first()
        return State(str(clock.history), clock.seq) if clock else State("", 0)

    def changes(self, since: int = 0) -> Iterator[Change]:
        """Yield what changed after a sequence number, oldest first."""
        return changes(since)


@transaction.atomic
def record(keys: Collection[UUID]) -> int:
    """Write the documents of these entries as they are now; return how many have changed.

    The clock is locked before anything is read, so that of two who publish at once the later one
    sees what the earlier one wrote.
    """
    ticking = lock_clock()
    documents = build_documents(keys)
    rows = SearchDocument.objects.in_bulk(list(keys))
    changed = []
    for key in sorted(keys):
        content = documents[key].to_json() if key in documents else {}
        if not differs(rows.get(key), content):
            continue
        changed.append(
            SearchDocument(
                translation_key=key,
                seq=ticking.tick(),
                content=content,
                deleted=not content,
                changed_at=ticking.changed_at,
            )
        )
    if changed:
        _save(changed, ticking)
    return len(changed)


def differs(row: SearchDocument | None, content: dict[str, object]) -> bool:
    """Tell whether a row says something else than this content; a missing row says "gone"."""
    return (row.content if row else {}) != content


def changes(since: int = 0) -> Iterator[Change]:
    """Yield what changed after a sequence number, oldest first."""
    for row in SearchDocument.objects.since(since).iterator(chunk_size=500):
        yield as_change(row)


def as_change(row: SearchDocument) -> Change:
    """Read a row."""
    document = None if row.deleted else Document.from_json(row.content)
    return Change(row.translation_key, row.seq, document)


def _save(changed: list[SearchDocument], ticking: ChangeClock) -> None:
    SearchDocument.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["translation_key"],
        update_fields=["seq", "content", "deleted", "changed_at"],
    )
    ticking.save(update_fields=["seq", "changed_at"])
