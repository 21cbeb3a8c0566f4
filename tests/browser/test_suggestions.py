"""The search field's suggestions, by keyboard and by touch."""

import re

import pytest
from playwright.sync_api import Page, expect

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def type_into_the_field(page: Page, text: str) -> None:
    page.goto("/fi/")
    # At once: letter by letter, a slow machine would first show what fits the beginning.
    page.get_by_role("combobox").fill(text)
    # The first time, the server reads the thesaurus.
    expect(page.get_by_role("option").first).to_be_visible(timeout=30_000)


def test_by_keyboard_alone(visitor: Page) -> None:
    type_into_the_field(visitor, "perhekah")
    field, options = visitor.get_by_role("combobox"), visitor.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(visitor.get_by_role("status").first).to_contain_text(str(options.count()))
    field.press("ArrowDown")
    field.press("ArrowDown")
    second = options.nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", second.get_attribute("id") or "")
    field.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Home")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    expect(field).to_have_value("perhekah")
    field.press("End")
    field.press("v")
    expect(options.first).to_be_visible()
    field.press("ArrowDown")
    chosen = options.first.inner_text()
    field.press("Enter")
    expect(visitor).to_have_url(re.compile(r"/fi/etsi/\?q="))
    expect(visitor.get_by_role("combobox")).to_have_value(chosen)


def test_by_touch(visitor: Page) -> None:
    type_into_the_field(visitor, "pietarsaari")
    place = visitor.get_by_role("option", name="Pietarsaari", exact=True)
    place.click()
    expect(visitor).to_have_url(re.compile("municipality=598"))


def test_in_danger_the_numbers_are_there_while_typing(visitor: Page) -> None:
    type_into_the_field(visitor, "väkivalta")
    number = visitor.locator(".suggest a[href='tel:112']")
    expect(number).to_be_visible()
    visitor.get_by_role("combobox").press("Tab")
    expect(visitor.locator(".suggest")).to_be_visible()


def test_offline_the_field_stays_a_field(visitor: Page) -> None:
    visitor.goto("/fi/")
    visitor.context.set_offline(True)
    visitor.get_by_role("combobox").press_sequentially("perhe")
    visitor.wait_for_timeout(500)
    expect(visitor.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    visitor.context.set_offline(False)
