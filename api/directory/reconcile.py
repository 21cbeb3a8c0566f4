"""Compares records with pages, to find what nobody announced."""

from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from api.directory.records import differing
from api.models import DirectoryRecord, RecordKind
from services.models import Entry, OrganisationPage

BATCH: Final = 200
MODELS: Final[dict[RecordKind, type[Any]]] = {
    RecordKind.ENTRY: Entry,
    RecordKind.ORGANISATION: OrganisationPage,
}


def unannounced() -> Iterator[tuple[RecordKind, set[UUID]]]:
    """Yield, batch by batch, the keys whose records are missing, outdated or left over."""
    for kind, model in MODELS.items():
        live = model.objects.filter(live=True).values_list("translation_key", flat=True)
        known = DirectoryRecord.objects.public(kind).values_list("key", flat=True)
        keys = sorted({*live, *known})
        for start in range(0, len(keys), BATCH):
            yield kind, set(differing(kind, keys[start : start + BATCH]))
