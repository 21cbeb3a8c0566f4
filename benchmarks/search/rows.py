"""The search documents of the throw-away site: those of the demo, and then others."""

from uuid import UUID

from django.db import transaction

from search.documents import Document
from search.models import SearchDocument
from services.actions.changes import lock_clock

BATCH = 500


def demo_documents() -> list[Document]:
    """Return the documents of the demo region."""
    rows = SearchDocument.objects.filter(deleted=False).order_by("pk")
    return [Document.from_json(row.content) for row in rows]


@transaction.atomic
def put_rows(entries: list[tuple[UUID, Document]]) -> None:
    """Put documents in place of all that are there."""
    ticking = lock_clock()
    SearchDocument.objects.all().delete()
    SearchDocument.objects.bulk_create(
        [
            SearchDocument(
                translation_key=key,
                seq=ticking.tick(),
                content=document.to_json(),
                changed_at=ticking.changed_at,
            )
            for key, document in entries
        ],
        batch_size=BATCH,
    )
    ticking.save()
