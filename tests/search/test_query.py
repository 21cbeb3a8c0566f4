"""Reading an address never fails, and what is read can be written again."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.facets import CLOSED_VALUES, FACETS
from search.query import LAST_PAGE, MOMENTS, SearchQuery

NAMES = ["q", "page", "near", "kind[]", *FACETS, *MOMENTS]
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["1", "0", "-1", "99999999999", "service", "598", "sleep", "a b", "\x00", ""]),
    st.sampled_from([value for values in CLOSED_VALUES.values() for value in values]),
)


def read(address: str) -> SearchQuery:
    return SearchQuery.from_params(QueryDict(address), "fi")


@given(st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=12))
def test_what_is_read_can_be_written_and_read_again(pairs: list[tuple[str, str]]) -> None:
    params = QueryDict(mutable=True)
    for name, value in pairs:
        params.appendlist(name, value)
    query = SearchQuery.from_params(params, "sv")
    assert SearchQuery.from_params(query.to_params(), "sv") == query
    assert read_encoded(query) == query
    assert 1 <= query.page <= LAST_PAGE
    assert set(query.filters) <= set(FACETS)


def read_encoded(query: SearchQuery) -> SearchQuery:
    return SearchQuery.from_params(QueryDict(query.to_params().urlencode()), "sv")


def test_every_name_of_the_contract_is_read() -> None:
    query = read(
        "q=uni&kind=service&kind=peer_group&municipality=598&area=north&theme=sleep"
        "&life_stage=baby&audience=youth&language=ar&sector=parish&channel=chat&group_type=peer"
        "&free=1&low_threshold=1&open_now=1&this_week=1&page=3"
    )
    assert query.text == "uni"
    assert query.filters["kind"] == ("peer_group", "service")
    assert set(query.filters) == set(FACETS)
    assert (query.open_now, query.this_week, query.page) == (True, True, 3)


@pytest.mark.parametrize(
    "address",
    [
        "kind=nothing&sector=&language=<script>&theme=no such&free=0&open_now=yes&page=x&page=-2",
        "q=%20%20&q=+++",
        "q=!!!&page=0",
        "municipality=" + "9" * 41,
        "unknown=1",
    ],
)
def test_nonsense_asks_for_everything(address: str) -> None:
    assert read(address) == SearchQuery(language="fi")


def test_text_is_tidied() -> None:
    assert read("q=+uni%0a%00+ja%09lepo+").text == "uni ja lepo"
    assert len(read("q=" + "sana+" * 200).text) <= 200


def test_taking_a_choice_away() -> None:
    query = read("q=uni&kind=service&kind=peer_group&open_now=1&this_week=1&page=4")
    assert query.without("kind", "service").filters == {"kind": ("peer_group",)}
    assert query.without("kind", "service").page == 1
    assert query.without("kind", "service").without("kind", "peer_group").filters == {}
    assert not query.without("open_now", "1").open_now
    assert not query.without("this_week", "1").this_week
    assert query.with_text("").text == ""
    assert list(query.choices()) == [
        ("kind", "peer_group"),
        ("kind", "service"),
        ("open_now", "1"),
        ("this_week", "1"),
    ]
