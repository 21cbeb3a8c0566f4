"""Compares entries, documents and the engine, to find what nobody announced."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final
from uuid import UUID

from search.documents import build_documents
from search.engines.base import Engine
from search.models import SearchDocument
from search.outbox import differs, record
from services.models import Entry

BATCH: Final = 200

Progress = Callable[[int, int], None]


def unannounced(progress: Progress) -> list[UUID]:
    """Return the entries whose documents are missing, outdated or left over.

    `progress` is told how many of how many entries are compared.
    """
    keys = _all_keys()
    found: list[UUID] = []
    for done, batch in _batches(keys):
        documents = build_documents(batch)
        rows = SearchDocument.objects.in_bulk(list(batch))
        found += [
            key
            for key in batch
            if differs(rows.get(key), documents[key].to_json() if key in documents else {})
        ]
        progress(done, len(keys))
    return found


def record_all(keys: Sequence[UUID]) -> int:
    """Write the documents of entries in batches; return how many have changed."""
    return sum(record(batch) for _done, batch in _batches(keys))


def engine_differences(engine: Engine) -> list[UUID]:
    """Return the entries that the engine holds otherwise than the documents say."""
    rows = SearchDocument.objects.filter(deleted=False).values_list("translation_key", "seq")
    ours, theirs = dict(rows), engine.stored()
    return sorted(key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key))


def _all_keys() -> list[UUID]:
    entries = Entry.objects.public_languages().values_list("translation_key", flat=True)
    rows = SearchDocument.objects.filter(deleted=False).values_list("translation_key", flat=True)
    return sorted({*entries, *rows})


def _batches(keys: Sequence[UUID]) -> Iterator[tuple[int, Sequence[UUID]]]:
    """Yield the keys in batches, with how many there are up to each batch's end."""
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        yield start + len(batch), batch
