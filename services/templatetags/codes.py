"""Codes as words, for templates."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.translation import gettext

from services.codes import Audience, LifeStage
from services.selectors.cards import EntryCard

register = template.Library()


@register.filter
def life_stage_names(codes: Iterable[str]) -> list[str]:
    """Write life stages as words."""
    names = dict(LifeStage.choices)
    return [str(names[code]) for code in codes if code in names]


@register.filter
def audience_names(codes: Iterable[str]) -> list[str]:
    """Write audiences as words."""
    names = dict(Audience.choices)
    return [str(names[code]) for code in codes if code in names]


@register.filter
def names_in(codes: Iterable[str], labels: Mapping[str, str]) -> str:
    """Write codes by their labels, with commas between."""
    return ", ".join(labels[code] for code in codes if code in labels)


@register.filter
def name_in(code: str | None, labels: Mapping[str, str]) -> str:
    """Write one code by its label."""
    return labels.get(code or "", "")


@register.filter
def served_area(card: EntryCard, labels: Mapping[str, str]) -> str:
    """Write where an entry serves."""
    return (
        gettext("the whole region") if card.whole_region else names_in(card.municipalities, labels)
    )
