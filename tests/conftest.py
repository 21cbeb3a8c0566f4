"""Fixtures that every test may use."""

import asyncio
import os
import shutil
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from django.utils.translation import override

from services import caching
from tests.factories import Tree
from tests.servers import nginx
from tests.servers.packages import DICTIONARIES, PACKAGES
from tests.standing_site import StandingSite, asks_for_site

# Playwright's loop would make Django refuse to use the database beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Where a database's own ways could show: what is asked, locked, numbered, imported and migrated.
ASKS_THE_DATABASE = (
    *("tests/services/", "tests/search/", "tests/search_learning/", "tests/api/"),
    *("tests/api_webhooks/", "tests/intake/"),
    *(
        "tests/demo/test_every_page.py::TestEveryPage::test_it_shows",
        "tests/docker/test_worker_health.py",
    ),
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by its place what runs on both databases."""
    for item in items:
        with_database = "db" in item.fixturenames or item.get_closest_marker("django_db")  # type: ignore[attr-defined]
        if with_database and item.nodeid.startswith(ASKS_THE_DATABASE):
            item.add_marker("databases")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what has no server to run on; in CI that is a failure, not a skip."""
    is_here = {
        "elasticsearch": os.environ.get("ELASTICSEARCH_URL"),
        "postgres": os.environ.get("DATABASE_URL", "").startswith("postgres"),
        "browser": shutil.which("chromium"),
        "nginx": nginx.program(),
        "dictionaries": all(PACKAGES[name]() for name in DICTIONARIES),
    }
    for name in (name for name in is_here if item.get_closest_marker(name)):
        if is_here[name]:
            continue
        # Every test runs on SQLite too, where those of PostgreSQL have nothing to do.
        if os.environ.get("CI") == "true" and name != "postgres":
            pytest.fail(f"{name} is not here", pytrace=False)
        pytest.skip(f"{name} is not here; `make test` starts it")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    """Hide Playwright's loop, which runs on after browser tests, from all other tests.

    Their code has loops of its own, and beside a running one Django opens other connections.
    """
    loop = None if item.get_closest_marker("browser") else asyncio._get_running_loop()
    if loop is None:
        return (yield)
    asyncio._set_running_loop(None)
    try:
        return (yield)
    finally:
        asyncio._set_running_loop(loop)


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


@pytest.fixture(autouse=True)
def _no_cache_is_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that failed in one test is asked again in the next."""
    monkeypatch.setattr(caching, "_spared", {})


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef: Any, request: Any) -> None:
    """Let the site stand before the transaction of a test that asks for it begins."""
    if fixturedef.argname == "_django_db_helper" and asks_for_site(request.node):
        request.getfixturevalue("standing_site").make()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: Any, nextitem: pytest.Item | None) -> Generator[None]:
    """Undo the site before anything of a test that asks for none begins."""
    standing = item.funcargs.get("standing_site")
    yield
    if standing and not (nextitem and asks_for_site(nextitem)):
        standing.undo()


@pytest.fixture(scope="session")
def standing_site(django_db_setup: None, django_db_blocker: Any) -> Iterator[StandingSite]:
    """Makes the frame of a site for the tests that ask for `site`."""
    standing = StandingSite(django_db_blocker)
    yield standing
    standing.undo()


@pytest.fixture
def site(standing_site: StandingSite, db: Any) -> Tree:
    """The frame of a bilingual site."""
    return standing_site.tree()
