"""What results can be narrowed by, as the page offers it: values in words, with counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.engines.base import SearchResult
from search.facets import FACETS, FLAGS, SET
from search.query import MOMENTS, SearchQuery
from services.codes import (
    Audience,
    ChannelKind,
    GroupType,
    Kind,
    LifeStage,
    Sector,
    ServiceLanguage,
)
from services.models import Area, Municipality, Theme
from services.models.code import Code

NAMES: Final[dict[str, Promise]] = {
    "kind": _("Kind of help"),
    "municipality": _("Municipality"),
    "area": _("Area"),
    "theme": _("Theme"),
    "life_stage": _("Age of the child"),
    "audience": _("For whom"),
    "language": _("Language of the service"),
    "channel": _("How to get in touch"),
    "group_type": _("Type of group"),
    "sector": _("Who gives the help"),
}
# Read by themselves, with no heading above them.
FLAG_LABELS: Final[dict[str, Promise]] = {
    "open_now": _("Open now"),
    "this_week": _("Meets this week"),
    "free": _("Free of charge"),
    "low_threshold": _("No referral needed"),
}
# The first questions of most families; the other groups come after "More choices".
FIRST_GROUPS: Final = ("kind", "municipality", "theme")

Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Choice:
    """One value of a filter; `count` is None where nobody counts it."""

    name: str
    value: str
    label: str
    chosen: bool
    count: int | None = None


@dataclass(frozen=True)
class ChoiceGroup:
    """The values of one filter that would find something, and those that are chosen."""

    name: str
    label: str
    choices: list[Choice]


def all_labels() -> Labels:
    """Return the words of every code by facet, in their usual order. Three queries."""
    closed = {
        "kind": Kind,
        "life_stage": LifeStage,
        "audience": Audience,
        "language": ServiceLanguage,
        "channel": ChannelKind,
        "group_type": GroupType,
        "sector": Sector,
    }
    return {
        **{
            name: {code: str(label) for code, label in kind.choices}
            for name, kind in closed.items()
        },
        "area": _by_label(Area.objects.all()),
        "municipality": _by_label(Municipality.objects.all()),
        "theme": {theme.code: str(theme) for theme in Theme.objects.all()},
        **{name: {SET: str(label)} for name, label in FLAG_LABELS.items()},
    }


def groups(query: SearchQuery, result: SearchResult, labels: Labels) -> Iterator[ChoiceGroup]:
    """Yield the filters that have several values to choose from, or one that is chosen."""
    for name in FACETS:
        choices = _choices(name, query, result, labels[name])
        if name not in FLAGS and (len(choices) > 1 or any(choice.chosen for choice in choices)):
            yield ChoiceGroup(name, str(NAMES[name]), choices)


def flags(query: SearchQuery, result: SearchResult, labels: Labels) -> list[Choice]:
    """Return the yes-or-no filters: those of time always, those with counts if they'd find any."""
    moments = [
        Choice(name, SET, labels[name][SET], chosen=getattr(query, name)) for name in MOMENTS
    ]
    counted = [_choices(name, query, result, labels[name]) for name in FLAGS]
    return [*moments, *(choice for choices in counted for choice in choices)]


def chosen(query: SearchQuery, labels: Labels) -> list[Choice]:
    """Return what is chosen; a code that nobody knows stands for itself."""
    return [
        Choice(name, value, labels[name].get(value, value), chosen=True)
        for name, value in query.choices()
    ]


def _choices(
    name: str, query: SearchQuery, result: SearchResult, labels: Mapping[str, str]
) -> list[Choice]:
    counts, picked = result.facets.get(name, {}), query.filters.get(name, ())
    known = [*labels, *(value for value in picked if value not in labels)]
    return [
        Choice(name, value, labels.get(value, value), value in picked, counts.get(value, 0))
        for value in known
        if counts.get(value) or value in picked
    ]


def _by_label(codes: Iterable[Code]) -> dict[str, str]:
    pairs = [(code.code, str(code)) for code in codes]
    return dict(sorted(pairs, key=lambda pair: pair[1].casefold()))
