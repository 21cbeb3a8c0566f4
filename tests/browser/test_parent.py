"""A parent's five tasks, on a phone, in both languages."""

import re

import pytest
from playwright.sync_api import Page, expect

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LANGUAGES = ["fi", "sv"]


def search(page: Page, language: str, words: str) -> None:
    page.goto(f"/{language}/")
    field = page.locator("#search-field")
    field.fill(words)
    field.press("Enter")


@pytest.mark.parametrize(
    ("language", "words", "title"),
    [("fi", "perheneuvola", "neuvo"), ("sv", "familjerådgivning", "rådgivning")],
)
def test_find_family_counselling_and_its_number(
    visitor: Page, language: str, words: str, title: str
) -> None:
    search(visitor, language, words)
    first = visitor.locator("article.card").first
    expect(first.get_by_role("heading")).to_contain_text(re.compile(title, re.IGNORECASE))
    first.get_by_role("heading").get_by_role("link").click()
    expect(visitor.locator("html")).to_have_attribute("lang", language)
    expect(visitor.locator("main a[href^='tel:']").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "title"), [("fi", "Perhekahvila Holmissa"), ("sv", "Familjecafé i Holm")]
)
def test_a_family_cafe_open_tomorrow_in_larsmo(visitor: Page, language: str, title: str) -> None:
    address = {"fi": "/fi/viikko/", "sv": "/sv/veckan/"}[language]
    visitor.goto(f"{address}?municipality=440")
    tomorrow = visitor.locator("section, div").filter(
        has=visitor.get_by_role("heading", name=re.compile("25"))
    )
    link = tomorrow.get_by_role("link", name=title).first
    expect(link).to_be_visible()
    link.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(title)
    expect(visitor.locator("main")).to_contain_text("9.30")


@pytest.mark.parametrize(
    ("language", "words", "title"),
    [
        ("fi", "vertaisryhmä eronneille vanhemmille", "ero"),
        ("sv", "kamratstöd frånskilda föräldrar", "frånskilda"),
    ],
)
def test_a_peer_group_for_divorced_parents(
    visitor: Page, language: str, words: str, title: str
) -> None:
    search(visitor, language, words)
    top = visitor.locator("article.card").first
    expect(top).to_contain_text(re.compile(title, re.IGNORECASE))


@pytest.mark.parametrize(
    ("language", "path", "free"),
    [("fi", "/fi/etsi/", "Maksuton"), ("sv", "/sv/sok/", "Gratis")],
)
def test_what_help_costs_nothing(visitor: Page, language: str, path: str, free: str) -> None:
    visitor.goto(f"/{language}/")
    visitor.locator("a[href*='free=1']").first.click()
    expect(visitor).to_have_url(re.compile(f"{path}.*free=1"))
    cards = visitor.locator("article.card")
    expect(cards.nth(9)).to_be_attached()
    visitor.wait_for_load_state()
    for number in range(cards.count()):
        expect(cards.nth(number)).to_contain_text(re.compile(free, re.IGNORECASE))


@pytest.mark.parametrize(("language", "path"), [("fi", "/fi/apua-nyt/"), ("sv", "/sv/hjalp-nu/")])
def test_somebody_to_call_tonight(visitor: Page, language: str, path: str) -> None:
    visitor.goto(f"/{language}/")
    visitor.locator(f"header a[href='{path}']").click()
    expect(visitor).to_have_url(re.compile(path))
    for number in ("112", "116117"):
        expect(visitor.locator(f"main a[href='tel:{number}']").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switch_lands_on_the_same_content(visitor: Page, language: str) -> None:
    other = {"fi": "sv", "sv": "fi"}[language]
    search(visitor, language, {"fi": "perheneuvola", "sv": "familjerådgivning"}[language])
    visitor.locator("article.card").first.get_by_role("heading").get_by_role("link").click()
    visitor.wait_for_url(lambda url: "?q=" not in url)
    number = visitor.locator("main a[href^='tel:']").first.get_attribute("href")
    visitor.locator(f"header a[hreflang='{other}']").click()
    expect(visitor.locator("html")).to_have_attribute("lang", other)
    assert visitor.locator("main a[href^='tel:']").first.get_attribute("href") == number


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_is_a_useful_page(visitor: Page, language: str) -> None:
    search(visitor, language, "xyzzyqwerty")
    expect(visitor.locator("main a.number[href='tel:112']")).to_be_visible()
    assert visitor.locator("article.card").count() == 0


def test_the_search_works_without_javascript(browser: object, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    search(page, "sv", "familjecafé")
    expect(page.locator("article.card").first).to_be_visible()
    context.close()
