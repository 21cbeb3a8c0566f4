"""Coordinators see where searches lead nowhere, and mend it in one step."""

import csv
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from search.models import DismissedText, ThesaurusConcept
from tests.factories import make_entry
from tests.search_learning.conftest import counted

LISTS = ("unanswered_searches", "unopened_searches")
ADD_CONCEPT = "wagtailsnippets_familysearch_thesaurusconcept:add"
TEXT = {"language": "fi", "text": "hyppykeppi"}

pytestmark = pytest.mark.usefixtures("concept")


@pytest.fixture
def concept(db: None) -> ThesaurusConcept:
    ThesaurusConcept.objects.all().delete()
    one = ThesaurusConcept(code="playground", terms={"fi": ["leikkipuisto"], "sv": ["lekpark"]})
    one.save()
    return one


def rows(client: Client, name: str, **params: str) -> list[Any]:
    return list(client.get(reverse(name), params).context["object_list"])


def texts(client: Client, name: str, **params: str) -> list[str]:
    return [row.numbers["text"] for row in rows(client, name, **params)]


def everyday() -> dict[str, list[str]]:
    return ThesaurusConcept.objects.get(code="playground").everyday


def undo_address(response: Any) -> str:
    [message] = response.context["messages"]
    found = re.search(r'href="([^"]+)"', str(message))
    assert found
    return found[1].replace("&amp;", "&")


def test_what_found_nothing_three_times_is_listed_the_most_asked_first(coordinator: Client) -> None:
    counted("kolmesti", asked=2, unanswered=2, days_ago=2)
    counted("kolmesti", asked=1, unanswered=1)
    counted("usein", asked=9, unanswered=9)
    counted("kahdesti", asked=2, unanswered=2)
    counted("löytyy", asked=9, opened=5)
    assert texts(coordinator, "unanswered_searches") == ["usein", "kolmesti"]


def test_what_hardly_anybody_opened_a_result_of_is_listed(coordinator: Client) -> None:
    counted("ei avattu", asked=3)
    counted("yksi yhdestätoista", asked=11, opened=1)
    counted("yksi kymmenestä", asked=10, opened=1)
    counted("harvoin kysytty", asked=2)
    counted("ei löytynyt", asked=9, unanswered=9)
    assert texts(coordinator, "unopened_searches") == ["yksi yhdestätoista", "ei avattu"]


def test_period_and_language_narrow_the_list(coordinator: Client) -> None:
    counted("nyt", asked=5, unanswered=5, days_ago=20)
    counted("keväällä", asked=4, unanswered=4, days_ago=200)
    counted("nu", asked=3, unanswered=3, days_ago=80, language="sv")
    name = "unanswered_searches"
    assert texts(coordinator, name) == ["nyt", "nu"]
    assert texts(coordinator, name, period="30") == ["nyt"]
    assert texts(coordinator, name, period="365") == ["nyt", "keväällä", "nu"]
    assert texts(coordinator, name, period="365", language="sv") == ["nu"]
    assert texts(coordinator, name, period="; DROP TABLE", language="xx") == ["nyt", "nu"]


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_list_says_so(coordinator: Client, name: str) -> None:
    response = coordinator.get(reverse(name))
    assert str(response.context["no_results_message"]) in response.content.decode()


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_saved_as_csv(coordinator: Client, name: str) -> None:
    counted("hyppykeppi", asked=4, unanswered=4)
    counted("ei avattu", asked=3)
    response = coordinator.get(reverse(name), {"export": "csv"})
    lines = b"".join(response.streaming_content).decode().splitlines()
    [row] = list(csv.DictReader(lines))
    assert list(row.values())[1:3] == ["fi", "4" if name == LISTS[0] else "3"]


def test_adding_a_text_to_a_concept_answers_it_at_once(coordinator: Client) -> None:
    make_entry(title="Leikkipuisto")
    counted("hyppykeppi", asked=3, unanswered=3)
    [before] = rows(coordinator, "unanswered_searches")
    assert (before.results, before.concept) == (0, None)
    post = {**TEXT, "concept": "leikkipuisto (playground)"}
    coordinator.post(reverse("add_wording"), post)
    assert everyday() == {"fi": ["hyppykeppi"]}
    [after] = rows(coordinator, "unanswered_searches")
    assert (after.results, after.concept.code) == (1, "playground")
    found = Client().get(urlsplit(after.url).path, {"q": "hyppykeppi"})
    assert found.context["total"] == 1


@pytest.mark.parametrize("name", ["playground", "Lekpark", "leikkipuisto (playground)"])
def test_a_concept_is_named_by_code_term_or_label(coordinator: Client, name: str) -> None:
    coordinator.post(reverse("add_wording"), {**TEXT, "concept": name})
    assert everyday() == {"fi": ["hyppykeppi"]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"concept": "leikipuisto"}, "playground"),
        ({"concept": ""}, ""),
        ({"concept": "playground", "text": "se on"}, "se on"),
        ({"concept": "playground", "language": "xx"}, "xx"),
        ({"concept": "playground", "text": "x" * 81}, "80"),
    ],
)
def test_what_can_not_be_added_is_told(
    coordinator: Client, change: dict[str, str], message: str
) -> None:
    response = coordinator.post(reverse("add_wording"), {**TEXT, **change}, follow=True)
    [told] = response.context["messages"]
    assert told.level_tag == "error"
    assert message in str(told)
    assert everyday() == {}


def test_adding_twice_changes_nothing(coordinator: Client) -> None:
    for _time in range(2):
        coordinator.post(reverse("add_wording"), {**TEXT, "concept": "playground"})
    assert everyday() == {"fi": ["hyppykeppi"]}


def test_adding_is_undone_by_the_link_that_tells_of_it(coordinator: Client) -> None:
    back = reverse("unopened_searches")
    post = {**TEXT, "concept": "playground", "next": back}
    response = coordinator.post(reverse("add_wording"), post, follow=True)
    address = undo_address(response)
    coordinator.get(address)
    assert everyday() == {"fi": ["hyppykeppi"]}
    undone = coordinator.post(address, {**TEXT, "concept": "playground"})
    assert everyday() == {}
    assert undone.headers["Location"] == back


def test_a_dismissed_text_is_hidden_until_it_is_restored(coordinator: Client) -> None:
    counted("hyppykeppi", asked=3, unanswered=3)
    response = coordinator.post(reverse("dismiss_search"), TEXT, follow=True)
    assert response.context["object_list"] == []
    assert texts(coordinator, "unanswered_searches", shown="dismissed") == ["hyppykeppi"]
    coordinator.post(undo_address(response), TEXT)
    assert texts(coordinator, "unanswered_searches") == ["hyppykeppi"]
    assert not DismissedText.objects.exists()


def test_a_new_concept_begins_with_the_text(coordinator: Client) -> None:
    counted("hyppykeppi", asked=3, unanswered=3)
    page = coordinator.get(reverse("unanswered_searches")).content.decode()
    address = f"{reverse(ADD_CONCEPT)}?language=fi&amp;everyday=hyppykeppi"
    assert address in page
    form = coordinator.get(address.replace("&amp;", "&")).context["form"]
    assert form.initial["everyday"] == {"fi": ["hyppykeppi"]}
    assert coordinator.get(reverse(ADD_CONCEPT)).context["form"].initial == {}


def test_the_likely_concept_is_offered(coordinator: Client) -> None:
    counted("leikkipuistoilu puisto", asked=3, unanswered=3)
    counted("leikkipusto", asked=4, unanswered=4)
    counted("hajuherne", asked=5, unanswered=5)
    offered = [row.likely for row in rows(coordinator, "unanswered_searches")]
    assert offered[0] == ""
    assert offered[1].endswith("(playground)")


def test_staff_neither_see_nor_change_anything(staff: Client) -> None:
    counted("hyppykeppi", asked=3, unanswered=3)
    home = reverse("wagtailadmin_home")
    for name in (*LISTS, "unanswered_searches_results", "remove_wording", "restore_search"):
        assert staff.get(reverse(name)).headers["Location"] == home
    staff.post(reverse("add_wording"), {**TEXT, "concept": "playground"})
    staff.post(reverse("dismiss_search"), TEXT)
    assert everyday() == {}
    assert not DismissedText.objects.exists()
    assert reverse("unanswered_searches") not in staff.get(home).content.decode()


def test_coordinators_find_the_lists_in_the_menu(coordinator: Client) -> None:
    page = coordinator.get(reverse("wagtailadmin_home")).content.decode()
    assert all(reverse(name) in page for name in LISTS)
