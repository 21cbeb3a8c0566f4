"""Listeners: each calls one function."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver

from api.directory.signals import directory_changed
from api.models import RecordKind
from api.webhooks.models import Event
from api.webhooks.outbox import announce


@receiver(directory_changed, dispatch_uid="webhooks.outbox")
def subscribers_hear(
    kind: RecordKind, changed: set[UUID], deleted: set[UUID], **kwargs: Any
) -> None:
    """Prepare a message about each entry that now says something else than before."""
    if kind == RecordKind.ENTRY:
        announce(changed, Event.CHANGED)
        announce(deleted, Event.DELETED)
