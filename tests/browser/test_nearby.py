"""The nearest first: by the visitor's own position, when asked for, or by a place; by keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
LARSMO = {"latitude": 63.75104321, "longitude": 22.74801234}


@pytest.fixture
def located(browser: Browser, address: str) -> Iterator[Page]:
    """A page whose visitor lets the site know where they are."""
    context = browser.new_context(
        base_url=address,
        geolocation=LARSMO,  # type: ignore[arg-type]
        permissions=["geolocation"],
        viewport={"width": 390, "height": 844},
    )
    yield context.new_page()
    context.close()


def narrow(page: Page, path: str) -> None:
    page.goto(path)
    page.locator("details.narrow > summary").press("Enter")


def test_near_me_when_asked(located: Page) -> None:
    narrow(located, "/fi/etsi/?q=perhekahvila&age=4&near=893")
    located.locator("[data-near] button").press("Enter")
    expect(located).to_have_url(re.compile(r"\?q=perhekahvila&age=4&lat=63\.751&lon=22\.748$"))
    expect(located.locator(".cards .card").first).to_contain_text("0,4 km")
    located.locator(".chips .chip--on").nth(1).press("Enter")
    expect(located).to_have_url(re.compile(r"\?q=perhekahvila&age=4$"))


def test_a_visitor_who_keeps_their_position_chooses_a_place(visitor: Page) -> None:
    narrow(visitor, "/sv/sok/?free=1")
    group = visitor.locator("[data-near]")
    expect(group.get_by_role("status")).to_be_empty()
    group.get_by_role("button").press("Enter")
    expect(group.get_by_role("status")).not_to_be_empty()
    places = group.get_by_role("combobox")
    expect(places).to_be_focused()
    places.select_option(label="Kållby")
    places.press("Tab")
    visitor.get_by_role("button", name=re.compile("resultat", re.IGNORECASE)).press("Enter")
    expect(visitor).to_have_url(re.compile(r"\?free=1&near=kallby$"))


def test_without_scripts_there_is_no_button_for_them(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/fi/etsi/")
    expect(page.locator("[data-near] button")).to_be_hidden()
    expect(page.locator("[data-near] select")).to_have_count(1)
    context.close()


@pytest.mark.parametrize("path", ["/fi/", "/sv/", "/fi/etsi/?near=440"])
def test_the_narrowest_phone_shows_all_of_the_header(visitor: Page, path: str) -> None:
    visitor.set_viewport_size({"width": 320, "height": 640})
    visitor.goto(path)
    name = visitor.locator(".brand span").bounding_box()
    language = visitor.locator(".header__languages").bounding_box()
    assert name
    assert language
    assert name["x"] + name["width"] <= language["x"]
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 320
