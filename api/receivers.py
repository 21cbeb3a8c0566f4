"""Listeners: each calls one function."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.images.models import Rendition
from wagtail.signals import page_slug_changed

from api.directory.affected import code_changed, organisations_moved, picture_gone
from api.directory.records import record
from api.models import RecordKind
from services.models import Area, Municipality, OrganisationIndexPage, Theme, Village
from services.signals import entry_changed, organisation_changed


@receiver(entry_changed, dispatch_uid="api.entries")
def entries_follow(translation_keys: set[UUID], **kwargs: Any) -> None:
    """Keep the records equal to the entries."""
    record(RecordKind.ENTRY, translation_keys)


@receiver(organisation_changed, dispatch_uid="api.organisations")
def organisations_follow(translation_keys: set[UUID], **kwargs: Any) -> None:
    """Keep the records equal to the organisations."""
    record(RecordKind.ORGANISATION, translation_keys)


@receiver([post_save, post_delete])
def codes_follow(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Let answers that list codes be made anew."""
    if isinstance(instance, Area | Municipality | Theme | Village):
        code_changed(instance)


@receiver(post_delete, sender=Rendition)
def pictures_follow(instance: Any, **kwargs: Any) -> None:
    """A picture that is replaced or deleted loses its renditions."""
    picture_gone(instance)


@receiver(page_slug_changed, sender=OrganisationIndexPage)
def addresses_follow(**kwargs: Any) -> None:
    """Organisations stand under this page's address; theirs have changed with it by now."""
    organisations_moved()
