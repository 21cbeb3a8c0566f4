"""What engines count for filters that only the clock knows, and for ages: the same in each."""

from uuid import uuid4

import pytest

from search.engines.base import Engine
from search.query import SearchQuery
from tests.search.conftest import level
from tests.search.rows import put

pytestmark = pytest.mark.django_db


def test_given_sets_are_counted_among_the_results(engine: Engine) -> None:
    first, second = (put(f"Ryhmä {number}", facets={"kind": ["service"]}) for number in range(2))
    third = put("Ryhmä 3", facets={"kind": ["peer_group"]})
    level(engine)
    sets = {"open_now": frozenset([first, third, uuid4()]), "this_week": frozenset([uuid4()])}
    query = SearchQuery(text="ryhmä", language="fi")
    assert counted(engine, query, None, sets) == (2, 0)
    services = SearchQuery(language="fi", filters={"kind": ("service",)})
    assert counted(engine, services, None, sets) == (1, 0)
    assert counted(engine, services, [second], sets) == (0, 0)


def counted(engine: Engine, query: SearchQuery, keys: object, sets: object) -> tuple[int, int]:
    facets = engine.search(query, keys, sets).facets  # type: ignore[arg-type]
    return facets["open_now"]["1"], facets["this_week"]["1"]


def test_ages_are_counted_like_any_other_facet(engine: Engine) -> None:
    put("Vauvat", facets={"age": ["0", "1"], "life_stage": ["baby"]})
    put("Koululaiset", facets={"age": ["7", "8"], "life_stage": ["school_age"]})
    level(engine)
    found = engine.search(SearchQuery(language="fi", filters={"age": ("1", "8")}))
    assert found.total == 2
    found = engine.search(SearchQuery(language="fi", filters={"age": ("1",)}))
    assert found.total == 1
    assert found.facets["age"] == {"0": 1, "1": 1, "7": 1, "8": 1}
    assert found.facets["life_stage"] == {"baby": 1}
