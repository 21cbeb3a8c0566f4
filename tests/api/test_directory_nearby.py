"""The nearest first, and pages by number."""

from typing import Any

import pytest
from django.test import Client

from tests.api.conftest import Asking
from tests.api.test_directory_paging import pages_of
from tests.factories import Tree, make_near_and_far

pytestmark = pytest.mark.django_db


@pytest.fixture
def _three(site: Tree) -> None:
    make_near_and_far()


def rows(answer: Any) -> list[tuple[str, float | None]]:
    return [(row["title"], row["distance"]) for row in answer["items"]]


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize(
    "question",
    [
        {"near": "Kolppi"},
        {"near": "kallby"},
        {"near": " KÅLLBY "},
        {"lat": "63.77501", "lon": "22.7031"},
        {"near": "Kolppi", "lat": "0", "lon": "0"},
    ],
)
def test_the_nearest_first_and_what_has_no_place_last(ask: Asking, question: Any) -> None:
    answer = ask("entries", lang="fi", **question)
    assert rows(answer) == [
        ("Kylän kahvila", 0.0),
        ("Kaupungin kahvila", pytest.approx(11.119, abs=0.02)),
        ("Aina puhelimessa", None),
    ]
    assert answer["total"] == 3


@pytest.mark.usefixtures("_three")
def test_from_a_municipality_among_those_that_answer(ask: Asking) -> None:
    found = rows(ask("entries", lang="fi", near="Jakobstad", q="kahvila"))
    assert [title for title, _distance in found] == ["Kaupungin kahvila", "Kylän kahvila"]


@pytest.mark.usefixtures("_three")
def test_distances_are_told_where_they_are_asked_for(ask: Asking) -> None:
    assert all("distance" not in row for row in ask("entries")["items"])


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize("by", ["", "page=1&"])
@pytest.mark.parametrize("question", ["near=Kolppi", "q=kahvila&near=598", "q=kahvila", "free=1"])
def test_pages_one_by_one_are_the_whole_list(client: Client, by: str, question: str) -> None:
    whole = client.get(f"/api/directory/entries?{question}").json()["items"]
    pages = pages_of(client, f"entries?{by}limit=1&{question}")
    assert [row["id"] for row in pages] == [row["id"] for row in whole]
    assert len(whole) >= 2


@pytest.mark.usefixtures("_three")
def test_a_page_after_the_last_one_is_empty(ask: Asking) -> None:
    answer = ask("entries", page=5)
    assert (answer["items"], answer["total"], answer["next"]) == ([], 3, None)


@pytest.mark.usefixtures("_three")
def test_a_cursor_of_relevance_is_none_of_distance(client: Client, ask: Asking) -> None:
    by_relevance = ask("entries", limit=1, q="kahvila")["next"]
    assert client.get(f"{by_relevance}&near=598").status_code == 422
