"""What the directory API answers with, written down whenever it changes."""

import json
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from pydantic_core import from_json

from services.fields import CodeListField


class RecordKind(models.TextChoices):
    """What a record is about."""

    ENTRY = "entry"
    ORGANISATION = "organisation"


class QuickDecoder(json.JSONDecoder):
    """Reads JSON in half the time; answers are read from much of it."""

    def decode(self, s: str, *_where: Any) -> Any:
        """Read a text."""
        return from_json(s)


class DirectoryRecordQuerySet(models.QuerySet["DirectoryRecord"]):
    """Questions about records."""

    def public(self, kind: RecordKind) -> Self:
        """Keep what visitors may see of a kind."""
        return self.filter(kind=kind, deleted=False)

    def since(self, kind: RecordKind, moment: datetime) -> Self:
        """Keep what changed or vanished after a moment, oldest change first."""
        return self.filter(kind=kind, changed_at__gt=moment).order_by("changed_at")

    def arranged_by(self, organisation: UUID) -> Self:
        """Keep what an organisation stands behind, alone or as a partner."""
        return self.filter(Q(("organisations__has", organisation)))


class DirectoryRecord(models.Model):
    """One entry or organisation, by translation key, as answers show it in all its languages.

    `content` lacks only what depends on the moment of the answer (see `api.directory.showing`).
    What is not public any more leaves a tombstone: deleted, and empty. `changed_at` grows over all
    records in the order of commits, no two are alike: see `ChangeClock`.
    """

    kind = models.CharField(max_length=12, choices=RecordKind.choices)
    key = models.UUIDField()
    content: models.JSONField[Any, Any] = models.JSONField(default=dict, decoder=QuickDecoder)
    # What lists are sorted and narrowed by, to be read without the content.
    titles: models.JSONField[Any, Any] = models.JSONField(default=dict)
    organisations: models.Field[list[str], list[str]] = CodeListField(codes=())
    place = models.UUIDField(null=True)
    deleted = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    objects = DirectoryRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="one_record_per_key"),
        ]
        indexes = [models.Index(fields=["kind", "changed_at"], name="records_by_change")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
