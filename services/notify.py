"""Says `entry_changed` and `organisation_changed` wherever what visitors see may have changed."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from services.codes import PlaceSource
from services.models.entry import Entry
from services.models.organisation import OrganisationPage
from services.signals import entry_changed, organisation_changed

# So many keys are announced at a time: databases limit how many values a question may have.
BATCH: Final = 500


@dataclass
class _Gathered:
    entries: set[UUID] = field(default_factory=set)
    organisations: set[UUID] = field(default_factory=set)


_gathered: ContextVar[_Gathered | None] = ContextVar("gathered", default=None)


@contextmanager
def gathering() -> Iterator[None]:
    """Announce what changes inside once, at the end, in the same transaction.

    For work that touches the same entries again and again, or very many of them.
    """
    with transaction.atomic():
        if _gathered.get() is not None:
            yield
            return
        gathered = _Gathered()
        token = _gathered.set(gathered)
        try:
            yield
        finally:
            _gathered.reset(token)
        _announce(gathered)


def keys_changed(translation_keys: Iterable[UUID]) -> None:
    """Tell the listeners about entries."""
    gathered = _gathered.get() or _Gathered()
    gathered.entries.update(translation_keys)
    if _gathered.get() is None:
        _announce(gathered)


def page_changed(page: Page) -> None:
    """Tell about the entry that a page is."""
    keys_changed([page.translation_key])


def organisation_page_changed(organisation: Page) -> None:
    """Tell about an organisation, and about every entry that shows something of it."""
    in_any_language = OrganisationPage.objects.filter(translation_key=organisation.translation_key)
    under = Q(pk__in=[])
    for path in in_any_language.values_list("path", flat=True):
        under |= Q(path__startswith=path)
    partner = Q(partner_links__organisation__translation_key=organisation.translation_key)
    gathered = _gathered.get() or _Gathered()
    gathered.organisations.add(organisation.translation_key)
    keys = Entry.objects.filter(under | partner).values_list("translation_key", flat=True)
    gathered.entries.update(keys)
    if _gathered.get() is None:
        _announce(gathered)


def entries_under(page: Page) -> list[UUID]:
    """Return the keys of the entries in a page's subtree, itself included."""
    entries = Entry.objects.filter(path__startswith=page.path)
    return list(entries.values_list("translation_key", flat=True).distinct())


def guests_of(keys: Iterable[UUID]) -> set[UUID]:
    """Return the entries held at these meeting places, whose address is theirs."""
    hosted = Entry.objects.filter(
        place_source=PlaceSource.MEETING_PLACE, held_at__translation_key__in=list(keys)
    )
    return set(hosted.values_list("translation_key", flat=True))


def _announce(gathered: _Gathered) -> None:
    """Send each key once, in one order everywhere, with the guests of those that changed."""
    for batch in _batches(gathered.organisations):
        organisation_changed.send(OrganisationPage, translation_keys=batch)
    for batch in _batches(gathered.entries):
        entry_changed.send(Entry, translation_keys=batch | guests_of(batch))


def _batches(keys: set[UUID]) -> Iterator[set[UUID]]:
    ordered = sorted(keys)
    for start in range(0, len(ordered), BATCH):
        yield set(ordered[start : start + BATCH])
