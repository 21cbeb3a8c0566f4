"""Listeners: each calls one function."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from search.affected import entries_of_code
from search.engines import get_engine
from search.outbox import record
from services.models import Area, Municipality, Theme, Village
from services.signals import entry_changed


@receiver(entry_changed, dispatch_uid="search.documents")
def documents_follow(translation_keys: set[UUID], **kwargs: Any) -> None:
    """Keep the documents equal to the entries."""
    _record(translation_keys)


@receiver([post_save, post_delete])
def codes_follow(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Keep the words of the codes in the documents equal to the codes."""
    if isinstance(instance, Area | Municipality | Theme | Village):
        _record(entries_of_code(instance))


def _record(keys: set[UUID]) -> None:
    if record(keys):
        # The transaction has done its part: an engine that is down must not undo it.
        transaction.on_commit(lambda: get_engine().after_commit(), robust=True)
