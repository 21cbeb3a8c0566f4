"""axe finds nothing on any page type, in either language, light or dark."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# All that a colour scheme can change.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# One page of each type by its language's address; "…" is the first link found on the page before.
PAGES = {
    "fi": [
        "/fi/",
        "/fi/etsi/",
        "/fi/etsi/?q=uni&free=1&age=4&near=440",
        "/fi/etsi/?q=xyzzy",
        "/fi/apua-nyt/",
    ],
    "sv": [
        "/sv/",
        "/sv/sok/",
        "/sv/sok/?q=sömn&free=1&age=4&near=440",
        "/sv/sok/?q=xyzzy",
        "/sv/hjalp-nu/",
    ],
}
WEEK = {"fi": "/fi/viikko/", "sv": "/sv/veckan/"}


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


def violations(page: Page, rules: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what is wrong on the page as it stands: the rule, and where it is broken first."""
    found = Axe().run(page, options={"runOnly": rules}).response["violations"]
    return [(violation["id"], violation["nodes"][0]["html"][:150]) for violation in found]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_axe_finds_nothing(visitor: Page, language: str) -> None:
    addresses = every_page(visitor, language)
    assert len(addresses) >= 20
    found = {}
    for path in addresses:
        visitor.emulate_media(color_scheme="light")
        visitor.goto(path)
        found[path, "light"] = violations(visitor, RULES)
        visitor.emulate_media(color_scheme="dark")
        found[path, "dark"] = violations(visitor, COLOURS)
    assert {where: what for where, what in found.items() if what} == {}
