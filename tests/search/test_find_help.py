"""The Find help page."""

from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from services.models import Municipality, Theme
from tests.factories import Tree, add_rule, make_entry, make_organisation, make_second_language


@pytest.fixture
def ask(site: Tree, client: Client) -> Any:
    """Ask the page in a language; return the response."""

    def get(query: str = "", language: str = "fi") -> Any:
        with override(language):
            return client.get(f"{reverse('find_help')}?{query}")

    return get


def titles(response: Any) -> list[str]:
    return [card.title for card in response.context["cards"]]


def counts(response: Any) -> dict[str, dict[str, int]]:
    groups = [*response.context["first_groups"], *response.context["more_groups"]]
    return {
        group.name: {choice.value: choice.count for choice in group.choices} for group in groups
    }


def test_everything_in_a_sensible_order(ask: Any) -> None:
    make_entry(title="Kaikkialla", whole_region=True)
    make_entry(title="Yö")
    make_entry(title="Aamu")
    make_entry(title="Zumba", low_threshold=True)
    response = ask()
    assert titles(response) == ["Zumba", "Aamu", "Yö", "Kaikkialla"]
    assert "noindex" not in response.content.decode()


def test_words_find_and_search_engines_keep_out(ask: Any) -> None:
    make_entry(title="Perheneuvola")
    make_entry(title="Kahvila")
    response = ask("q=perheneuvolassa")
    assert titles(response) == ["Perheneuvola"]
    assert '<meta name="robots" content="noindex' in response.content.decode()
    assert 'value="perheneuvolassa"' in response.content.decode()


def test_what_exists_in_the_other_language_only_is_shown_and_marked(ask: Any) -> None:
    entry = make_entry(title="Perheneuvola")
    make_second_language(entry, "Familjerådgivning", "sv")
    make_entry(title="Familjecafé", language="sv")
    assert titles(ask("q=familjerådgivning")) == ["Perheneuvola"]
    assert titles(ask("q=perheneuvola", "sv")) == ["Familjerådgivning"]
    body = ask().content.decode()
    assert '<a href="/fi/' in body
    assert 'lang="sv">Familjecafé</a>' in body


def test_filters_with_counts(ask: Any) -> None:
    make_entry("service", title="A", themes=["sleep"])
    make_entry("peer_group", title="B", themes=["sleep", "separation"], municipalities=["440"])
    make_entry("service", title="C", municipalities=["440"], cost="priced")
    response = ask("kind=service&municipality=440")
    assert titles(response) == ["C"]
    assert counts(response)["kind"] == {"service": 1, "peer_group": 1}
    assert counts(response)["municipality"] == {"440": 1, "598": 1}
    assert [chip.choice.label for chip in response.context["chips"]][1] == "Luoto"
    chip = response.context["chips"][1]
    assert chip.url.endswith("?kind=service")
    assert chip.url in response.content.decode()
    body = response.content.decode()
    assert 'name="municipality" value="440" checked' in body
    assert 'name="municipality" value="598">' in body


def test_choices_in_the_visitors_language_and_alphabet(ask: Any) -> None:
    make_entry(whole_region=True)
    groups = {group.name: group for group in ask("", "sv").context["first_groups"]}
    labels = [choice.label for choice in groups["municipality"].choices]
    assert labels == ["Jakobstad", "Larsmo"]


def test_flags(ask: Any) -> None:
    make_entry(title="Ilmainen", low_threshold=True)
    make_entry(title="Kallis", cost="priced")
    group = make_entry("peer_group", title="Ryhmä", cost="priced")
    add_rule(group, first=date(2026, 11, 26))
    assert titles(ask("free=1&low_threshold=1")) == ["Ilmainen"]
    assert titles(ask("this_week=1")) == ["Ryhmä"]
    assert titles(ask("open_now=1")) == []


def test_pages(ask: Any) -> None:
    organisation = make_organisation()
    for number in range(23):
        make_entry(title=f"Ryhmä {number:02}", organisation=organisation)
    first = ask("municipality=598")
    assert len(titles(first)) == 20
    assert 'rel="next"' in first.content.decode()
    assert 'rel="prev"' not in first.content.decode()
    assert first.context["next_url"].endswith("?municipality=598&page=2")
    second = ask("municipality=598&page=2")
    assert titles(second) == ["Ryhmä 20", "Ryhmä 21", "Ryhmä 22"]
    assert second.context["previous_url"].endswith("?municipality=598")
    assert titles(ask("page=99")) == titles(second)


def test_nothing_found_says_what_to_try(ask: Any) -> None:
    make_entry(title="Perheneuvola")
    response = ask("q=lentokone&kind=peer_group&theme=sleep")
    body = response.content.decode()
    assert titles(response) == []
    assert 'class="empty"' in body
    for chip in response.context["chips"]:
        assert body.count(f'href="{chip.url.replace("&", "&amp;")}"') == 2
    assert response.context["without_words_url"].endswith("?kind=peer_group&theme=sleep")


@pytest.mark.parametrize(
    "query",
    [
        "kind=x&page=0&municipality=%00&theme=%3Cscript%3E&open_now=2",
        "q=%22%20OR%20%2A&page=-1",
        "q=" + "a" * 5000,
        "municipality=999&theme=unknown",
        "q=%F0%9F%91%B6&page=99999999999999999999",
    ],
)
def test_nonsense_is_answered(ask: Any, query: str) -> None:
    make_entry()
    assert ask(query).status_code == 200


def test_a_query_is_text_and_no_markup(ask: Any) -> None:
    body = ask("q=%3Cb%3Euni%3C/b%3E").content.decode()
    assert "<b>uni" not in body
    assert "&lt;b&gt;uni" in body


def test_as_many_queries_for_many_as_for_few(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.thesaurus.current.TRUSTED", 0.0)  # its query is asked every time
    query = "q=ryhmä&kind=peer_group&this_week=0"
    make_entry("peer_group", title="Ryhmä 0")
    few = queries(ask, query)
    for number in range(1, 12):
        organisation = make_organisation(f"Tekijä {number}")
        make_entry("peer_group", title=f"Ryhmä {number}", organisation=organisation)
    Municipality.objects.create(code="599", label={"fi": "Pedersöre"})
    Theme.objects.create(code="money", label={"fi": "Raha"})
    assert queries(ask, query) == few


def queries(ask: Any, query: str) -> int:
    """Count the queries of a page, after the caches and the index have been warmed."""
    ask(query)
    with CaptureQueriesContext(connection) as captured:
        ask(query)
    return len(captured)


def test_characters_that_hold_many_words_are_no_error(ask: Any) -> None:
    make_entry()
    assert ask("q=" + quote("ﷺ" * 200)).status_code == 200
