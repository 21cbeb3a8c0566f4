"""Pages of a list: each row once, whatever changes in between."""

from collections.abc import Callable
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from wagtail.models import Page

from api.directory.alphabet import sort_key
from services.models import Entry
from tests.api.conftest import Asking
from tests.factories import Tree, add_rule, make_entry, make_organisation

pytestmark = pytest.mark.django_db


def pages_of(client: Client, path: str, between: Callable[[], Any] = lambda: None) -> list[Any]:
    """Follow `next` to the end; something happens between the pages."""
    rows: list[Any] = []
    address: str | None = f"/api/directory/{path}"
    while address:
        answer = client.get(address).json()
        rows += answer["items"]
        if answer["next"]:
            between()
        parts = urlsplit(answer["next"] or "")
        address = f"{parts.path}?{parts.query}" if answer["next"] else None
    return rows


def make_entries(*titles: str, kind: str = "service") -> list[Entry]:
    organisation = make_organisation()
    return [make_entry(kind, title=title, organisation=organisation) for title in titles]


def rename(entry: Entry, title: str) -> None:
    page: Any = type(entry).objects.get(pk=entry.pk)
    page.title = title
    page.save_revision().publish()


def test_titles_come_in_the_order_of_the_alphabet(site: Tree, client: Client) -> None:
    make_entries("Östra", "Zeniitti", "Åbo", "arki", "Ämpäri", "Ébène", "ülle", "Yö")
    titles = [row["title"] for row in pages_of(client, "entries?lang=fi&limit=3")]
    expected = ["arki", "Ébène", "ülle", "Yö", "Zeniitti", "Åbo", "Ämpäri", "Östra"]
    assert titles == sorted(expected, key=sort_key) == expected


def test_the_order_is_that_of_the_asked_language(site: Tree, ask: Asking) -> None:
    entry, _other = make_entries("Alku", "Beta")
    swedish = entry.copy_for_translation(site.fronts["sv"].locale)
    swedish.title, swedish.slug = "Ödets början", "odets"
    swedish.save_revision().publish()
    assert [row["title"] for row in ask("entries", lang="fi")["items"]] == ["Alku", "Beta"]
    assert [row["title"] for row in ask("entries", lang="sv")["items"]] == ["Beta", "Ödets början"]


@pytest.mark.parametrize("question", ["", "&q=ryhmä", "&municipality=598"])
def test_what_stays_comes_once_while_others_come_and_go(
    site: Tree, client: Client, question: str
) -> None:
    staying = make_entries(*(f"Ryhmä {letter}" for letter in "cfilor"))
    going = [make_entry(title=f"Ryhmä {letter}") for letter in "bnt"]
    moving = [make_entry(title=f"Ryhmä {letter}") for letter in "adz"]
    new = iter(("Ryhmä 0", "Ryhmä e ryhmä ryhmä", "Ryhmä yö", "Ryhmä ö"))
    names = iter(("Ryhmä x", "Ryhmä 1", "Ryhmä g ryhmä"))

    def life_goes_on() -> None:
        if title := next(new, None):
            make_entry(title=title, summary="Ryhmä, ryhmä ja ryhmä")
        if going:
            Page.objects.get(pk=going.pop().pk).delete()
        if moving:
            rename(moving.pop(), next(names))

    found = [row["id"] for row in pages_of(client, f"entries?limit=2{question}", life_goes_on)]
    for entry in staying:
        assert found.count(str(entry.translation_key)) == 1
    if not question:
        titles = {str(entry.translation_key): entry.title for entry in staying}
        assert [titles[key] for key in found if key in titles] == sorted(titles.values())


def test_the_row_that_a_cursor_names_may_be_gone(site: Tree, client: Client) -> None:
    _first, second, _third = make_entries("A", "B", "C")
    answer = client.get("/api/directory/entries?limit=2&lang=fi").json()
    Page.objects.get(pk=second.pk).delete()
    rest = client.get(answer["next"].replace("http://testserver", "")).json()
    assert [row["title"] for row in rest["items"]] == ["C"]
    assert (rest["next"], rest["total"]) == (None, 2)


def test_a_list_that_ends_with_its_page_has_no_next(site: Tree, ask: Asking) -> None:
    make_entries("A", "B")
    for question in ({}, {"q": "a b"}):
        assert ask("entries", limit=2, **question)["next"] is None


def test_organisations_places_and_meetings_have_pages_too(site: Tree, client: Client) -> None:
    for number in range(3):
        group = make_entry(
            "peer_group",
            organisation=make_organisation(f"Tekijä {number}"),
            title=f"Ryhmä {number}",
            place_source="own",
            street={"fi": f"Katu {number}"},
        )
        start = {"first": date(2026, 11, 26), "start": time(17), "rule": "FREQ=WEEKLY;BYDAY=TH"}
        add_rule(group, **start, last_date=date(2026, 12, 10))
    for path, key, count in (
        ("organisations?limit=2", "id", 3),
        ("places?limit=2", "id", 3),
        ("meetings?limit=2", "", 9),
    ):
        rows = pages_of(client, path)
        identities = [row[key] if key else (row["entry"], row["starts_at"]) for row in rows]
        assert len(identities) == len(set(identities)) == count, path
    starts = [row["starts_at"] for row in pages_of(client, "meetings?limit=4")]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "cursor",
    ["x", "é", "dGl0bGU=", "W10=", "eA==" * 500, "dGltZQp4CnkK", "cmVsZXZhbmNlCng="],
)
@pytest.mark.parametrize("path", ["entries?", "entries?q=a&", "organisations?", "meetings?"])
def test_a_cursor_that_is_none_is_refused(
    site: Tree, client: Client, path: str, cursor: str
) -> None:
    response = client.get(f"/api/directory/{path}cursor={cursor}")
    assert response.status_code == 422
    assert [error["parameter"] for error in response.json()["errors"]] == ["cursor"]


def test_a_cursor_of_another_order_is_refused(site: Tree, client: Client, ask: Asking) -> None:
    make_entries("Ryhmä A", "Ryhmä B")
    by_title = ask("entries", limit=1)["next"]
    response = client.get(f"{by_title}&q=ryhmä")
    assert response.status_code == 422
