"""Documents without pages, for what concerns engines alone."""

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from search.documents import Document, Texts
from search.models import SearchDocument
from services.actions.changes import lock_clock


def put(title: str, key: UUID | None = None, language: str = "fi", **fields: Any) -> UUID:
    """Write a document's row, as the outbox would; keywords that are texts go into the texts."""
    words = {
        name: fields.pop(name)
        for name in ("summary", "body", "easy_text", "keywords")
        if name in fields
    }
    document = Document(texts={language: Texts(title, **words)}, **fields)
    return write(key or uuid4(), document)


def remove(key: UUID) -> None:
    """Leave a tombstone."""
    write(key, None)


@transaction.atomic
def write(key: UUID, document: Document | None) -> UUID:
    """Write a row with the next number."""
    ticking = lock_clock()
    ticking.tick()
    ticking.save()
    SearchDocument.objects.update_or_create(
        translation_key=key,
        defaults={
            "seq": ticking.seq,
            "content": document.to_json() if document else {},
            "deleted": document is None,
            "changed_at": ticking.changed_at,
        },
    )
    return key
