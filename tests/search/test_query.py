"""Reading an address never fails, and what is read can be written again."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.facets import CLOSED_VALUES, FACETS
from search.position import Position
from search.query import LAST_PAGE, MOMENTS, SearchQuery

NAMES = ["q", "page", "near", "lat", "lon", "kind[]", *FACETS, *MOMENTS]
VALUES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["1", "0", "-1", "99999999999", "service", "598", "sleep", "a b", "\x00", ""]),
    st.sampled_from(["63.6745", "-22.70304", "90.0001", "180", "1e3", "nan", "63,6", "٣"]),
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
        "q=uni&kind=service&kind=peer_group&municipality=598&area=north&theme=sleep&age=0&age=4"
        "&life_stage=baby&audience=youth&language=ar&sector=parish&channel=chat&group_type=peer"
        "&free=1&low_threshold=1&open_now=1&this_week=1&near=Kållby&page=3"
    )
    assert query.text == "uni"
    assert query.filters["kind"] == ("peer_group", "service")
    assert query.filters["age"] == ("0", "4")
    assert set(query.filters) == set(FACETS)
    assert (query.open_now, query.this_week, query.near, query.page) == (True, True, "Kållby", 3)
    assert read("lat=63.6744&lon=22.7").position == Position(63.674, 22.7)


@pytest.mark.parametrize(
    "address",
    [
        "kind=nothing&sector=&language=<script>&theme=no such&free=0&open_now=yes&page=x&page=-2",
        "q=%20%20&q=+++",
        "q=!!!&page=0",
        "municipality=" + "9" * 41,
        "age=30&age=-1&age=4.5&age=four&age=04&age=",
        "near=%20!&lat=63.6",
        "lat=91&lon=22",
        "lat=63&lon=east",
        "unknown=1",
    ],
)
def test_nonsense_asks_for_everything(address: str) -> None:
    assert read(address) == SearchQuery(language="fi")


def test_text_is_tidied() -> None:
    assert read("q=+uni%0a%00+ja%09lepo+").text == "uni ja lepo"
    assert len(read("q=" + "sana+" * 200).text) <= 200
    assert len(read("near=" + "sana+" * 200).near) <= 60


def test_a_position_is_no_more_exact_than_it_has_to_be() -> None:
    written = read("lat=63.674512345&lon=-22.70349").to_params()
    assert (written["lat"], written["lon"]) == ("63.675", "-22.703")


def test_a_place_by_name_goes_before_a_position() -> None:
    query = read("near=Luoto&lat=63.675&lon=22.703")
    assert (query.near, query.position) == ("Luoto", None)


def test_taking_a_choice_away() -> None:
    query = read("q=uni&kind=service&kind=peer_group&age=4&open_now=1&this_week=1&near=440&page=4")
    assert query.without("kind", "service").filters["kind"] == ("peer_group",)
    assert query.without("kind", "service").page == 1
    left = query.without("kind", "service").without("kind", "peer_group").without("age", "4")
    assert left.filters == {}
    assert not query.without("open_now", "1").open_now
    assert not query.without("this_week", "1").this_week
    assert not query.without("near", "440").is_located
    assert not read("lat=63.675&lon=22.703").without("lat", "63.675").is_located
    assert query.with_text("").text == ""
    assert list(query.choices()) == [
        ("kind", "peer_group"),
        ("kind", "service"),
        ("age", "4"),
        ("open_now", "1"),
        ("this_week", "1"),
        ("near", "440"),
    ]
