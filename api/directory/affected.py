"""Which records change with something else than their entry or organisation."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from wagtail.images.models import AbstractRendition

from api.directory.build.parts import own_address
from api.directory.records import record
from api.models import DirectoryRecord, RecordKind
from services.actions.changes import lock_clock
from services.models import Area, Municipality, Theme, Village


@transaction.atomic
def code_changed(code: Area | Municipality | Theme | Village) -> None:
    """Number the change of a code; an address may have lost its municipality."""
    ticking = lock_clock()
    ticking.tick()
    ticking.save(update_fields=["seq", "changed_at"])
    if isinstance(code, Municipality):
        _renew(DirectoryRecord.objects.filter(content__place__municipality=code.code))


def picture_gone(rendition: AbstractRendition) -> None:
    """Renew what shows a picture that is no more; it may have another one of the same name."""
    _renew(DirectoryRecord.objects.filter(content__image__url=own_address(rendition.url)))


def organisations_moved() -> None:
    """Renew the addresses of all organisations, and what links to those that have changed."""
    every = DirectoryRecord.objects.public(RecordKind.ORGANISATION)
    if record(RecordKind.ORGANISATION, _keys(every)):
        _renew(DirectoryRecord.objects.public(RecordKind.ENTRY))


def _renew(records: "QuerySet[DirectoryRecord]") -> None:
    for kind in RecordKind:
        keys = _keys(records.filter(kind=kind))
        if keys:
            record(kind, keys)


def _keys(records: "QuerySet[DirectoryRecord]") -> Collection[UUID]:
    return set(records.values_list("key", flat=True))
