"""Listeners: each calls one function."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from services.actions.meetings import rebuild_meetings, with_meetings
from services.actions.organisations import remove_access
from services.models.bilingual import BilingualPage
from services.models.entry import Entry
from services.models.kinds import MeetingPlacePage
from services.models.organisation import OrganisationPage
from services.models.partner import PartnerLink
from services.notify import (
    entries_under,
    guests_of,
    keys_changed,
    organisation_page_changed,
    page_changed,
)
from services.signals import entry_changed
from services.translations.facts import sync_facts


@receiver(post_save, sender=Page)
def base_page_saved(instance: Page, *, raw: bool = False, **kwargs: Any) -> None:
    """Unpublishing, expiry and moves save the base row, for whole subtrees.

    A row that a fixture loads (`raw`) comes before what it belongs to: it tells nothing.
    """
    if type(instance) is Page and not raw:
        keys_changed(entries_under(instance))
        if instance.specific_class is OrganisationPage:
            organisation_page_changed(instance)


@receiver(post_delete)
def entry_deleted(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Tell about an entry that is gone."""
    if issubclass(sender, Entry):
        page_changed(instance)


@receiver(pre_delete, sender=MeetingPlacePage)
def remember_guests(instance: Any, **kwargs: Any) -> None:
    """Keep who is held at a place: once it is gone, nothing points at it any more."""
    instance.guests = guests_of([instance.translation_key])


@receiver(post_delete, sender=MeetingPlacePage)
def guests_lose_their_place(instance: Any, **kwargs: Any) -> None:
    """Tell about those who were held at a place that is gone."""
    keys_changed(instance.guests)


@receiver(post_delete, sender=PartnerLink)
def partner_gone(instance: PartnerLink, **kwargs: Any) -> None:
    """A deleted organisation's links go with it: its entries' partners change."""
    keys_changed(
        Entry.objects.filter(pk=instance.entry_id).values_list("translation_key", flat=True)
    )


@receiver(page_unpublished, sender=OrganisationPage)
def entries_leave_with_their_organisation(instance: OrganisationPage, **kwargs: Any) -> None:
    """No entry is public without the organisation it stands under."""
    for entry in Entry.objects.child_of(instance).live():
        entry.unpublish()


@receiver(post_delete, sender=OrganisationPage)
def organisation_deleted(instance: OrganisationPage, **kwargs: Any) -> None:
    """Remove the group of an organisation that is gone, and tell the others."""
    organisation_page_changed(instance)
    remove_access(translation_key=instance.translation_key)


@receiver(page_published)
def facts_flow(instance: Page, **kwargs: Any) -> None:
    """Bring the published facts to the other languages."""
    if isinstance(instance, BilingualPage):
        sync_facts(instance)


@receiver(entry_changed, dispatch_uid="services.meetings")
def meetings_follow(translation_keys: set[UUID], **kwargs: Any) -> None:
    """Keep the meeting rows equal to the rules."""
    for key in sorted(with_meetings(translation_keys)):
        rebuild_meetings(key)
