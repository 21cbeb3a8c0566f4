"""A small site, and somebody who asks it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from tests.factories import Tree

Asker = Callable[..., Any]


@pytest.fixture(autouse=True)
def own_index_file(settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_ENGINE = "embedded"
    settings.SEARCH_INDEX_FILE = tmp_path / "search.sqlite3"


@pytest.fixture
def ask(site: Tree, client: Client) -> Asker:
    """Ask the Find help page in a language; return the response."""

    def get(text: str, language: str = "fi", **params: str) -> Any:
        with override(language):
            return client.get(reverse("find_help"), {"q": text, **params})

    return get


@pytest.fixture
def typed(site: Tree, client: Client) -> Asker:
    """Type into the search field in a language; return what it is answered."""

    def get(text: str, language: str = "fi") -> Any:
        with override(language):
            return client.get(reverse("suggestions"), {"q": text}).json()

    return get
