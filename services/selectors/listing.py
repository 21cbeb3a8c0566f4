"""Entries grouped by kind, for pages that list what there is."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from services.codes import Kind
from services.models.entry import Entry
from services.selectors.cards import EntryCard, entry_cards
from services.selectors.pages import active_language

PLURALS = {
    Kind.MEETING_PLACE: _("Meeting places"),
    Kind.PEER_GROUP: _("Groups"),
    Kind.SERVICE: _("Services"),
    Kind.SUPPORT_FORM: _("Forms of support"),
}


@dataclass(frozen=True)
class KindGroup:
    """Entries of one kind; `total` counts those that are not shown too."""

    kind: Kind
    cards: tuple[EntryCard, ...]
    total: int

    @property
    def has_more(self) -> bool:
        """Whether there are more than are shown."""
        return self.total > len(self.cards)

    @property
    def label(self) -> str:
        """The kind in the plural, in the active language."""
        return str(PLURALS[self.kind])


def entries_by_kind(condition: Q, *, limit: int = 12) -> list[KindGroup]:
    """Return the visible entries that meet a condition, in the order of the kinds.

    Local ones come before those for the whole region, the visitor's language before others.
    A fixed number of queries.
    """
    keys = _keys_by_kind(condition)
    shown = [key for found in keys.values() for key in found[:limit]]
    cards = {card.translation_key: card for card in entry_cards(shown, active_language())}
    return [
        KindGroup(kind, tuple(cards[key] for key in found[:limit] if key in cards), len(found))
        for kind, found in keys.items()
        if found
    ]


def any_theme(themes: list[str]) -> Q:
    """Return the condition that an entry has one of the themes; no themes, no entries."""
    condition = Q(pk__in=[])
    for theme in themes:
        condition |= Q(themes__has=theme)
    return condition


def serves(municipality: str) -> Q:
    """Return the condition that an entry serves a municipality."""
    return Q(municipalities__has=municipality) | Q(whole_region=True)


def _keys_by_kind(condition: Q) -> dict[Kind, list[UUID]]:
    rows = (
        Entry.objects.public_languages()
        .filter(condition)
        .values_list(
            "translation_key", "entry_kind", "whole_region", "locale__language_code", "title"
        )
    )
    found: dict[Kind, dict[UUID, None]] = {kind: {} for kind in PLURALS}
    for key, kind, *_rest in sorted(rows, key=_order):
        found[Kind(kind)][key] = None
    return {kind: list(keys) for kind, keys in found.items()}


def _order(row: tuple[Any, ...]) -> tuple[Any, ...]:
    _translation_key, _kind, whole_region, language, title = row
    return whole_region, language != active_language(), title.casefold()
