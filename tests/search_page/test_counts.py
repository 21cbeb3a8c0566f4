"""The number beside each choice is the number of results that it gives, whatever else is chosen."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.choices import all_labels, flags
from search.facets import FACETS, SET
from search.finding import find
from search.position import Position
from search.query import MOMENTS, SearchQuery
from search.timely import moments
from services.codes import AGES, Audience, LifeStage, ServiceLanguage
from tests.factories import Tree, add_rule, make_entry, make_organisation

KINDS = ("service", "peer_group", "meeting_place", "support_form")
VALUES = {
    "kind": KINDS,
    "municipality": ("598", "440"),
    "theme": ("sleep", "separation"),
    "age": tuple(str(age) for age in AGES[LifeStage.ALL]),
    "life_stage": tuple(LifeStage.values),
    "audience": tuple(Audience.values),
    "language": tuple(ServiceLanguage.values[:3]),
    "sector": ("association", "parish"),
    "free": (SET,),
    "low_threshold": (SET,),
}
QUERIES = st.builds(
    SearchQuery,
    text=st.sampled_from(["", "ryhmä", "uni", "ryhmä uni", "lentokone"]),
    language=st.sampled_from(["fi", "sv"]),
    filters=st.lists(st.sampled_from(list(VALUES)), max_size=3, unique=True).flatmap(
        lambda names: st.fixed_dictionaries(
            {
                name: st.lists(
                    st.sampled_from(VALUES[name]), min_size=1, max_size=2, unique=True
                ).map(tuple)
                for name in names
            }
        )
    ),
    open_now=st.booleans(),
    this_week=st.booleans(),
)
ORIGINS = st.sampled_from([None, Position(63.675, 22.703)])


@pytest.fixture
def _many(site: Tree) -> None:
    """Entries of every kind, by chance but always the same."""
    chance = random.Random(5)
    organisations = [
        make_organisation("Yhdistys"),
        make_organisation("Seurakunta", sector="parish"),
    ]
    for number in range(24):
        kind = KINDS[number % 4]
        entry = make_entry(
            kind,
            title=f"{chance.choice(['Ryhmä', 'Uni', 'Kahvila'])} {number}",
            organisation=chance.choice(organisations),
            **_facts(chance),
        )
        if kind == "peer_group":
            add_rule(entry, first=date(2026, 11, chance.choice([26, 28])))


def _facts(chance: random.Random) -> dict[str, Any]:
    def some(values: Any) -> list[str]:
        return chance.sample(list(values), k=chance.randint(0, 2))

    return {
        "municipalities": some(VALUES["municipality"]) or ["598"],
        "whole_region": chance.random() < 0.2,
        "themes": some(VALUES["theme"]),
        "life_stages": some(LifeStage.values),
        "audiences": some(Audience.values),
        "languages": some(VALUES["language"]),
        "cost": chance.choice(["free", "priced"]),
        "low_threshold": chance.random() < 0.5,
        "opening_hours": chance.choice(["", "24/7", "Sa 10:00-12:00"]),
        "place_source": "own",
        "street": {"fi": "Katu 1"},
        "latitude": chance.uniform(63, 64),
        "longitude": chance.uniform(22, 23),
    }


def choices_of(query: SearchQuery, counted: Any) -> Iterator[tuple[SearchQuery, int]]:
    """Yield each choice that is counted as the query that it leads to, with its count."""
    for name in FACETS:
        for value, count in counted.get(name, {}).items():
            yield replace(query, filters={**query.filters, name: (value,)}), count
        for value in set(VALUES.get(name, ())) - counted.get(name, {}).keys():
            yield replace(query, filters={**query.filters, name: (value,)}), 0


@pytest.mark.usefixtures("_many")
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=QUERIES, origin=ORIGINS)
def test_counts_are_totals(query: SearchQuery, origin: Position | None) -> None:
    result = find(query, origin, moments())
    for chosen, count in choices_of(query, result.facets):
        assert find(chosen, origin).total == count, chosen
    shown = {choice.name: choice for choice in flags(query, result, all_labels())}
    for name in MOMENTS:
        assert find(replace(query, **{name: True}), origin).total == shown[name].count, name


@pytest.mark.usefixtures("_many")
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=QUERIES)
def test_asking_for_the_nearest_leaves_nothing_out(query: SearchQuery) -> None:
    origin = Position(63.675, 22.703)
    pages = [find(replace(query, page_size=7, page=page), origin).hits for page in range(1, 5)]
    nearest = [hit for page in pages for hit in page]
    best = find(replace(query, page_size=100)).hits
    assert len(nearest) == len(best)
    assert set(nearest) == set(best)
