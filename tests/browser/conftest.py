"""One site for all browser tests of a run, and a page in it."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import prepared, serving

expect.set_options(timeout=20_000)  # milliseconds; a busy machine is slow, and not wrong


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A prepared site: the environment that it is served in."""
    return prepared(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def address(environment: dict[str, str]) -> Iterator[str]:
    """The running site."""
    with serving(environment) as running:
        yield running


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], address: str) -> dict[str, Any]:
    """Short addresses in tests, a phone's width, and no page that asks for motion."""
    return {
        **browser_context_args,
        "base_url": address,
        "viewport": {"width": 390, "height": 844},
        "reduced_motion": "reduce",
    }


@pytest.fixture
def visitor(page: Page) -> Iterator[Page]:
    """A page that has stayed on this site, without cookies or errors of its scripts."""
    foreign: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: foreign.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert not errors
    hosts = ("http://127.0.0.1:", "data:")
    assert [url for url in foreign if not url.startswith(hosts)] == []
    assert page.context.cookies() == []
