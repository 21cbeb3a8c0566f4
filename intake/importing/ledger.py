"""What an import changes, written down so that it can be taken back."""

from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self

from intake.models import BatchChange, ImportBatch, ImportedRecord

COLUMNS: Final = (
    "organisation",
    "title",
    "values",
    "taken_over",
    "vanished",
    "possible_duplicate_of",
    "decision",
    "translation_key",
)


@dataclass
class Before:
    """How things were before a batch dealt with a record.

    `record` holds the record's own columns, None where the batch made it; `pages` the values of
    changed fields by language and name; `made` the languages whose pages the batch made, and
    `unpublished` those whose pages it took off the site.
    """

    record: dict[str, Any] | None = None
    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    unpublished: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, record: ImportedRecord) -> Self:
        """Remember a record's columns as they are stored; nothing of one that is new."""
        stored = ImportedRecord.objects.filter(pk=record.pk).first()
        return cls(columns_of(stored) if stored else None)

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """Read what a change holds."""
        return cls(**content)


class Ledger:
    """The changes of one batch; the batch itself is written with the first of them."""

    def __init__(self, batch: ImportBatch) -> None:
        self.batch = batch

    def note(self, record: ImportedRecord, before: Before) -> None:
        """Save a record, and what was before."""
        if self.batch.pk is None:
            self.batch.save()
        record.save()
        BatchChange.objects.create(batch=self.batch, record=record, before=asdict(before))


def columns_of(record: ImportedRecord) -> dict[str, Any]:
    """Return the columns that undoing puts back, as JSON."""
    columns = {name: getattr(record, name) for name in COLUMNS}
    for name in ("possible_duplicate_of", "translation_key"):
        columns[name] = str(columns[name]) if columns[name] else None
    return columns
