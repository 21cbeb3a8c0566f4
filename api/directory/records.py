"""Writes the records that answers are made from."""

from collections.abc import Collection, Iterable
from typing import Final
from uuid import UUID

from django.db import transaction

from api.directory.build import entry_contents, organisation_contents
from api.directory.build.parts import Content
from api.directory.signals import directory_changed
from api.models import DirectoryRecord, RecordKind
from services.actions.changes import lock_clock
from services.models import ChangeClock

BUILDERS: Final = {
    RecordKind.ENTRY: entry_contents,
    RecordKind.ORGANISATION: organisation_contents,
}


@transaction.atomic
def record(kind: RecordKind, keys: Collection[UUID]) -> int:
    """Write the records of these keys as things are now; return how many have changed.

    The clock is locked before anything is read, so that of two who publish at once the later one
    sees what the earlier one wrote.
    """
    ticking = lock_clock()
    different = differing(kind, keys)
    rows = [_row(kind, key, content, ticking) for key, content in sorted(different.items())]
    if rows:
        _save(rows, ticking)
        gone = {row.key for row in rows if row.deleted}
        directory_changed.send(
            DirectoryRecord, kind=kind, changed=different.keys() - gone, deleted=gone
        )
    return len(rows)


def differing(kind: RecordKind, keys: Collection[UUID]) -> dict[UUID, Content]:
    """Return what the records of these keys should say, of those that say something else.

    Nothing is said of what visitors may not see, nor by a record that is missing.
    """
    contents = BUILDERS[kind](keys)
    rows = DirectoryRecord.objects.filter(kind=kind, key__in=keys)
    known = dict(rows.values_list("key", "content"))
    return {
        key: contents.get(key, {}) for key in keys if contents.get(key, {}) != known.get(key, {})
    }


def _row(kind: RecordKind, key: UUID, content: Content, ticking: ChangeClock) -> DirectoryRecord:
    ticking.tick()
    place = content.get("place")
    return DirectoryRecord(
        kind=kind,
        key=key,
        content=content,
        titles=content.get("title", {}),
        organisations=list(_organisations(content)),
        place=place["id"] if place else None,
        deleted=not content,
        changed_at=ticking.changed_at,
    )


def _organisations(content: Content) -> Iterable[str]:
    """Yield the keys of the organisations behind an entry."""
    if "organisation" in content:
        yield content["organisation"]["id"]
        yield from (partner["id"] for partner in content["partners"])


def _save(rows: list[DirectoryRecord], ticking: ChangeClock) -> None:
    DirectoryRecord.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "key"],
        update_fields=["content", "titles", "organisations", "place", "deleted", "changed_at"],
    )
    ticking.save(update_fields=["seq", "changed_at"])
