"""Fixtures that every test may use."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from tests.factories import Tree, make_site
from tests.servers import nginx

# Playwright's loop would make Django refuse to use the database beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what has no server to run on; in CI that is a failure, not a skip."""
    missing = {
        "elasticsearch": not os.environ.get("ELASTICSEARCH_URL"),
        "postgres": not os.environ.get("DATABASE_URL", "").startswith("postgres"),
        "browser": shutil.which("chromium") is None,
        "nginx": nginx.program() is None,
    }
    for item in items:
        for name in (name for name, is_missing in missing.items() if is_missing):
            if item.get_closest_marker(name):
                item.add_marker(_left_out(name))


def _left_out(name: str) -> pytest.MarkDecorator:
    if os.environ.get("CI") == "true" and name != "postgres":
        return pytest.mark.usefixtures(f"no_{name}")
    return pytest.mark.skip(reason=f"{name} is not here; `make test` starts it")


@pytest.fixture
def no_elasticsearch() -> None:
    """Fail in CI where Elasticsearch is missing."""
    pytest.fail("ELASTICSEARCH_URL is not set")


@pytest.fixture
def no_browser() -> None:
    """Fail in CI where Chromium is missing."""
    pytest.fail("Chromium is not installed")


@pytest.fixture
def no_nginx() -> None:
    """Fail in CI where nginx is missing."""
    pytest.fail("nginx is not installed")


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The system's Chromium, quiet and offline."""
    return {
        "executable_path": shutil.which("chromium"),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture
def english() -> Iterator[None]:
    """The words as they stand in the code."""
    with override("en"):
        yield


@pytest.fixture
def site(db: Any) -> Tree:
    """The frame of a bilingual site."""
    return make_site()
