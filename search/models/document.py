"""The search document: one row per entry, the outbox that engines are projections of."""

from typing import Self

from django.db import models


class SearchDocumentQuerySet(models.QuerySet["SearchDocument"]):
    """Questions about documents."""

    def dirty(self) -> Self:
        """Keep rows the shared engine has not seen yet, oldest change first."""
        return self.exclude(seq=models.F("indexed_seq")).order_by("seq")

    def since(self, seq: int) -> Self:
        """Keep rows that changed after a sequence number, oldest change first."""
        return self.filter(seq__gt=seq).order_by("seq")


class SearchDocument(models.Model):
    """All that engines need of one entry, in all its languages.

    `content` is the document as JSON (see `search.documents`); a deleted or unpublished entry
    leaves an empty row, a tombstone. `seq` grows over all rows in commit order, so an engine knows
    all it has missed from one number. `indexed_seq` is the `seq` that Elasticsearch has.
    """

    translation_key = models.UUIDField(primary_key=True)
    seq = models.BigIntegerField(db_index=True)
    indexed_seq = models.BigIntegerField(default=0)
    content = models.JSONField(default=dict)
    deleted = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    objects = SearchDocumentQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.translation_key} #{self.seq}"
