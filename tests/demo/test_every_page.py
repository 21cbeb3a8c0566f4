"""What holds for every page of the site, whatever its type and language."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, get_page_models

from services.selectors.addresses import url_in

LANGUAGES = ["fi", "sv"]
ROOMS = ("home", "services")
# What the heaviest page may ask of the database, whatever the number of entries.
QUERY_CEILING = 50
# Asks xdist for one worker: loading the region takes a while.
pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("demo")]


def page_types() -> list[type[Page]]:
    return [
        model
        for model in get_page_models()
        if model.__module__.startswith(ROOMS) and model.__name__ != "Entry"
    ]


def some_page(model: type[Page], language: str) -> Page:
    page = model.objects.filter(live=True, locale__language_code=language).order_by("pk").first()
    assert page is not None, f"the demo has no {model.__name__} in {language}"
    return page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
class TestEveryPage:
    def test_it_shows(self, client: Client, model: type[Page], language: str) -> None:
        response = client.get(url_in(some_page(model, language), language))
        html = response.content.decode()
        assert response.status_code == 200
        assert f'<html lang="{language}"' in html
        assert len(re.findall(r"<h1\b", html)) == 1
        assert not response.cookies
        assert "script-src 'self'" in response["Content-Security-Policy"]
        assert "<style" not in html
        assert not re.search(r'\sstyle="|\son\w+="', html)

    def test_it_names_its_other_language(
        self, client: Client, model: type[Page], language: str
    ) -> None:
        other = {"fi": "sv", "sv": "fi"}[language]
        page = some_page(model, language)
        html = client.get(url_in(page, language)).content.decode()
        assert f'hreflang="{other}"' in html
        assert client.get(url_in(page, other)).status_code == 200

    def test_it_asks_the_database_little(
        self, client: Client, model: type[Page], language: str
    ) -> None:
        url = url_in(some_page(model, language), language)
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        assert len(captured) <= QUERY_CEILING


@pytest.mark.parametrize("path", ["/fi/apua-nyt/", "/sv/hjalp-nu/", "/fi/viikko/", "/sv/veckan/"])
def test_the_other_views_ask_little_too(client: Client, path: str) -> None:
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    assert len(captured) <= QUERY_CEILING


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_shows_in_both_languages(client: Client, language: str) -> None:
    from services.models import Entry

    entries = Entry.objects.public_languages()
    assert entries.count() >= 150
    # Each fourth: all of them would take a minute and find the same.
    failed = [
        url
        for url in (url_in(entry, language) for entry in entries.order_by("pk")[::4])
        if client.get(url).status_code != 200
    ]
    assert failed == []
