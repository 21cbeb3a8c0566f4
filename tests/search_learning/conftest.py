"""A small site with its own index, somebody who asks it, and a coordinator."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from search.learning.counting import counts
from search.learning.known_words import KnownWords, known_words
from search.models import SearchCount
from search.thesaurus import current_thesaurus
from search.thesaurus.concept import Concept
from services import clock
from services.actions.roles import STAFF_PERMISSIONS, coordinator_group, grant
from tests.factories import Tree, make_user

Asker = Callable[..., Any]


@pytest.fixture(autouse=True)
def own_index_and_counts(settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_ENGINE = "embedded"
    settings.SEARCH_INDEX_FILE = tmp_path / "search.sqlite3"
    counts.take()
    current_thesaurus.look_again()


@pytest.fixture
def ask(site: Tree) -> Asker:
    """Ask Find help as a visitor in a language."""

    def get(text: str, language: str = "fi", headers: Any = None, **params: str) -> Any:
        with override(language):
            address = reverse("find_help")
        return Client().get(address, {"q": text, **params}, headers=headers)

    return get


@pytest.fixture
def tell(site: Tree) -> Asker:
    """Tell the site that a result was opened, as the page's script does."""

    def post(text: str, language: str = "fi", where: str = "same-origin", **sender: Any) -> Any:
        with override(language):
            address = reverse("result_opened")
        headers = {"Sec-Fetch-Site": where} if where else {}
        return Client(enforce_csrf_checks=True).post(
            address, {"q": text}, headers=headers, **sender
        )

    return post


@pytest.fixture
def coordinator(site: Tree) -> Client:
    return _client("coordinator", coordinator_group())


@pytest.fixture
def staff(site: Tree) -> Client:
    group = Group.objects.create(name="staff")
    grant(group, STAFF_PERMISSIONS)
    return _client("staff", group)


@pytest.fixture
def known(site: Tree) -> KnownWords:
    """What a site of Pietarsaari and Luoto knows, with three concepts."""
    concepts = [
        Concept("nepsy", {"fi": ("nepsy", "nepsy-perhe"), "sv": ("npf",)}),
        Concept("age", {"fi": ("kolmevuotias",)}, {"fi": ("2 vuotias raivoaa",)}),
        Concept("mll", {"fi": ("Mannerheimin Lastensuojeluliitto",), "sv": ("MLL",)}),
    ]
    return known_words(concepts)


def counted(text: str, *, language: str = "fi", days_ago: int = 1, **numbers: int) -> SearchCount:
    """Write a day's row."""
    day = clock.today() - timedelta(days=days_ago)
    return SearchCount.objects.create(text=text, language=language, day=day, **numbers)


def _client(name: str, group: Group) -> Client:
    client = Client()
    client.force_login(make_user(name, group))
    return client
