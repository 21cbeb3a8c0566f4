"""Says `entry_changed` wherever what visitors see may have changed."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q
from wagtail.models import Page

from services.models.entry import Entry
from services.models.organisation import OrganisationPage
from services.signals import entry_changed


def keys_changed(translation_keys: Iterable[UUID]) -> None:
    """Tell the listeners about entries, each once, in one order everywhere."""
    for translation_key in sorted(set(translation_keys)):
        entry_changed.send(Entry, translation_key=translation_key)


def page_changed(page: Page) -> None:
    """Tell about the entry that a page is."""
    keys_changed([page.translation_key])


def organisation_entries_changed(organisation: Page) -> None:
    """Tell about every entry that shows something of an organisation."""
    in_any_language = OrganisationPage.objects.filter(translation_key=organisation.translation_key)
    under = Q(pk__in=[])
    for path in in_any_language.values_list("path", flat=True):
        under |= Q(path__startswith=path)
    partner = Q(partner_links__organisation__translation_key=organisation.translation_key)
    keys = Entry.objects.filter(under | partner).values_list("translation_key", flat=True)
    keys_changed(keys)


def entries_under(page: Page) -> list[UUID]:
    """Return the keys of the entries in a page's subtree, itself included."""
    entries = Entry.objects.filter(path__startswith=page.path)
    return list(entries.values_list("translation_key", flat=True).distinct())
