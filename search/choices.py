"""What results can be narrowed by, as the page offers it: values in words, with counts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from search.engines.base import SearchResult
from search.facets import CLOSED_VALUES, FACETS, FLAGS, SET
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
    "age": _("Age of the child"),
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
# Offered together: a child has an age once it is born.
AGE_FACETS: Final = ("age", "life_stage")

Labels = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Choice:
    """One value of a filter; `count` is None in a list of what is chosen."""

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


@dataclass(frozen=True)
class AgeGroup:
    """The age of the child in years, and the life stages that say the same in another way."""

    label: str
    years: list[Choice]
    stages: list[Choice]

    @property
    def chosen_years(self) -> list[Choice]:
        """The ages that are chosen: one where a page was asked, several by hand."""
        return [choice for choice in self.years if choice.chosen]


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
        "age": {age: _years(int(age)) for age in CLOSED_VALUES["age"]},
        "area": _by_label(Area.objects.all()),
        "municipality": _by_label(Municipality.objects.all()),
        "theme": {theme.code: str(theme) for theme in Theme.objects.all()},
        **{name: {SET: str(label)} for name, label in FLAG_LABELS.items()},
    }


def groups(query: SearchQuery, result: SearchResult, labels: Labels) -> Iterator[ChoiceGroup]:
    """Yield the filters that have several values to choose from, or one that is chosen."""
    for name in FACETS:
        if name in FLAGS or name in AGE_FACETS:
            continue
        choices = _choices(name, query, result, labels[name])
        if len(choices) > 1 or any(choice.chosen for choice in choices):
            yield ChoiceGroup(name, str(NAMES[name]), choices)


def age_group(query: SearchQuery, result: SearchResult, labels: Labels) -> AgeGroup:
    """Return the ages that would find something; of the life stages, those that no age says."""
    years, stages = (_choices(name, query, result, labels[name]) for name in AGE_FACETS)
    unsaid = [each for each in stages if each.chosen or each.value == LifeStage.EXPECTING]
    return AgeGroup(str(NAMES["age"]), years, unsaid)


def flags(query: SearchQuery, result: SearchResult, labels: Labels) -> list[Choice]:
    """Return the yes-or-no filters: those of time always, the others if they'd find anything."""
    moments = [_moment(name, query, result, labels[name][SET]) for name in MOMENTS]
    others = [_choices(name, query, result, labels[name]) for name in FLAGS]
    return [*moments, *(choice for choices in others for choice in choices)]


def chosen(query: SearchQuery, labels: Labels) -> list[Choice]:
    """Return what is chosen; a code that nobody knows stands for itself."""
    return [
        Choice(name, value, labels[name].get(value, value), chosen=True)
        for name, value in query.choices()
        if name != "lon"  # goes with its latitude
    ]


def _moment(name: str, query: SearchQuery, result: SearchResult, label: str) -> Choice:
    chosen = getattr(query, name)
    count = result.total if chosen else result.facets.get(name, {}).get(SET, 0)
    return Choice(name, SET, label, chosen, count)


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


def _years(age: int) -> str:
    if age == 0:
        return gettext("Under 1 year")
    return ngettext("%(age)d year", "%(age)d years", age) % {"age": age}


def _by_label(codes: Iterable[Code]) -> dict[str, str]:
    pairs = [(code.code, str(code)) for code in codes]
    return dict(sorted(pairs, key=lambda pair: pair[1].casefold()))
