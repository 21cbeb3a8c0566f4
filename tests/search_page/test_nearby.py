"""Near a place or near me, and help for a child's age, as the page shows them."""

from html import unescape
from typing import Any

import pytest
from django.utils.translation import override

from search.localities import localities, named
from services.models import Municipality
from tests.factories import Tree, make_entry, make_near_and_far, make_village
from tests.search_page.conftest import Asker

pytestmark = pytest.mark.django_db


@pytest.fixture
def _three(site: Tree) -> None:
    make_near_and_far()


def titles(response: Any) -> list[str]:
    return [card.title for card in response.context["cards"]]


def body(response: Any) -> str:
    return unescape(response.content.decode())


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize(("language", "place"), [("fi", "Kolppi"), ("sv", "Kållby")])
@pytest.mark.parametrize("near", ["Kolppi", "kållby", "Kallby"])
def test_the_nearest_come_first_with_their_distance(
    ask: Asker, language: str, place: str, near: str
) -> None:
    response = ask("", language, near=near)
    assert titles(response) == ["Kylän kahvila", "Kaupungin kahvila", "Aina puhelimessa"]
    distances = [answer.distance for answer in response.context["answers"]]
    assert [text[:3] for text in distances] == ["0,1", "11 ", ""]
    assert all(text in body(response) for text in distances)
    assert place in response.context["chips"][0].choice.label
    assert f'<option value="kallby" selected>{place}</option>' in body(response)
    assert '<meta name="robots" content="noindex' in body(response)


@pytest.mark.usefixtures("_three")
def test_where_somebody_is_counts_until_a_place_is_chosen(ask: Asker) -> None:
    response = ask("kahvila", lat="63.70", lon="22.70")
    assert titles(response) == ["Kaupungin kahvila", "Kylän kahvila"]
    [chip] = response.context["chips"]
    assert chip.url.endswith("?q=kahvila")
    assert '<input type="hidden" name="lat" value="63.700">' in body(response)
    assert titles(ask("kahvila", lat="63.70", lon="22.70", near="kallby"))[0] == "Kylän kahvila"


@pytest.mark.usefixtures("_three")
def test_a_place_that_nobody_knows_is_said_and_changes_nothing(ask: Asker) -> None:
    response = ask("", near="Atlantis <b>")
    assert titles(response) == titles(ask(""))
    assert "Atlantis &lt;b&gt;" in response.content.decode()
    assert response.context["chips"][0].url.endswith("/etsi/")


def test_a_municipality_goes_before_a_village_of_its_name(site: Tree) -> None:
    make_village("larsmo-village", fi="Luoto", sv="Larsmo")
    Municipality.objects.filter(code="440").update(latitude=63.75, longitude=22.74)
    found = named("luoto", localities())
    assert found
    assert found.code == "440"
    assert named("", localities()) is None


def test_a_municipality_without_a_point_is_no_place_to_be_near(site: Tree, ask: Asker) -> None:
    assert ask("", near="440").context["near"].is_unknown


@pytest.mark.usefixtures("_three")
def test_help_for_a_childs_age(ask: Asker) -> None:
    make_entry(title="Nuorten ilta", life_stages=["youth"])
    make_entry(title="Odottajat", life_stages=["expecting"])
    assert set(titles(ask("", age="6"))) == {
        "Kylän kahvila",
        "Kaupungin kahvila",
        "Aina puhelimessa",
    }
    response = ask("", age="15")
    assert set(titles(response)) == {"Nuorten ilta", "Aina puhelimessa"}
    age = response.context["age"]
    counts = {choice.value: choice.count for choice in age.years}
    assert (counts["6"], counts["15"], counts["29"]) == (3, 2, 1)
    assert [choice.value for choice in age.stages] == ["expecting"]
    assert '<option value="15" selected>' in body(response)
    assert response.context["chips"][0].url.endswith("/etsi/")


@pytest.mark.usefixtures("_three")
def test_a_life_stage_of_an_address_stays_as_a_choice(ask: Asker) -> None:
    response = ask("", life_stage="early_childhood")
    [stage] = [choice for choice in response.context["age"].stages if choice.chosen]
    assert stage.count == 3
    assert 'name="life_stage" value="early_childhood" checked' in body(response)


@pytest.mark.usefixtures("_three")
def test_two_children_have_two_ages(site: Tree, ask: Asker, client: Any) -> None:
    make_entry(title="Nuorten ilta", life_stages=["youth"])
    with override("fi"):
        response = client.get("/fi/etsi/?age=6&age=15")
    assert len(titles(response)) == 4
    assert '<input type="hidden" name="age" value="6">' in body(response)
    assert [chip.url for chip in response.context["chips"]] == [
        "/fi/etsi/?age=6",
        "/fi/etsi/?age=15",
    ]
