"""axe finds nothing on any page type, in either language, light or dark."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# One page of each type by its language's address; "…" is the first link found on the page before.
PAGES = {
    "fi": ["/fi/", "/fi/etsi/", "/fi/etsi/?q=uni&free=1", "/fi/etsi/?q=xyzzy", "/fi/apua-nyt/"],
    "sv": ["/sv/", "/sv/sok/", "/sv/sok/?q=sömn&free=1", "/sv/sok/?q=xyzzy", "/sv/hjalp-nu/"],
}
WEEK = {"fi": "/fi/viikko/", "sv": "/sv/veckan/"}


@pytest.fixture(params=["light", "dark"])
def scheme_page(request: Any, browser: Browser, address: str) -> Iterator[Page]:
    """A page in one colour scheme."""
    context = browser.new_context(
        base_url=address, color_scheme=request.param, viewport={"width": 390, "height": 844}
    )
    yield context.new_page()
    context.close()


def every_page(page: Page, language: str) -> list[str]:
    """Return one address of every page type: from the page API, and the fixed ones."""
    answer = page.request.get("/api/v2/pages/?limit=100&locale=" + language).json()
    first_by_type: dict[str, str] = {}
    offset = 0
    while answer["items"]:
        for item in answer["items"]:
            first_by_type.setdefault(item["meta"]["type"], item["meta"]["html_url"])
        offset += 100
        answer = page.request.get(
            f"/api/v2/pages/?limit=100&offset={offset}&locale={language}"
        ).json()
    paths = ["/" + url.split("/", 3)[3] for url in first_by_type.values()]
    documentation = f"/api/directory/?lang={language}"
    return [*PAGES[language], WEEK[language], *paths, f"/{language}/nowhere/", documentation]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_axe_finds_nothing(scheme_page: Page, language: str) -> None:
    addresses = every_page(scheme_page, language)
    assert len(addresses) >= 20
    found = {}
    for path in addresses:
        scheme_page.goto(path)
        options = {"runOnly": {"type": "tag", "values": RULES}}
        results = Axe().run(scheme_page, options=options)
        if results.violations_count:
            found[path] = [
                (violation["id"], violation["nodes"][0]["html"][:150])
                for violation in results.response["violations"]
            ]
    assert found == {}
