"""Every test asks an API that remembers nothing of the tests before."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

Asking = Callable[..., Any]


@pytest.fixture(autouse=True)
def _nothing_remembered(settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_ENGINE = "embedded"
    settings.SEARCH_INDEX_FILE = tmp_path / "search.sqlite3"
    cache.clear()


@pytest.fixture
def ask(client: Client) -> Asking:
    """Ask the directory API something that it can answer; parameters as Django's client takes."""

    def get(path: str, **params: Any) -> Any:
        response = client.get(f"/api/directory/{path}", params)
        assert response.status_code == 200, response.content.decode()
        return response.json()

    return get
