"""A volunteer's and a communicator's tasks, from the login to what visitors see."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], address: str) -> dict[str, Any]:
    """Editors sit at a computer."""
    return {**browser_context_args, "base_url": address, "viewport": {"width": 1280, "height": 900}}


def log_in(page: Page, name: str) -> None:
    page.goto("/admin/login/")
    page.locator("input[name=username]").fill(name)
    page.locator("input[name=password]").fill("demo")
    page.locator("button[type=submit]").click()
    expect(page).to_have_url(re.compile(r"/admin/$"))


def open_in_editor(page: Page, title: str) -> None:
    page.goto(f"/admin/pages/search/?q={title}")
    page.get_by_role("link", name=title).first.click()


def publish(page: Page) -> None:
    page.locator("footer button[name='action-publish']").click()
    expect(page.locator(".messages .success")).to_be_visible()


def test_a_volunteer_changes_a_text_and_finds_it(page: Page) -> None:
    log_in(page, "staff")
    page.goto("/admin/")
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    title = "Familjecafé i Larsmo"
    page.goto("/sv/organisationer/larsmo-forsamling/")
    page.locator("article.card").get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    public = page.url
    open_in_editor(page, title)
    page.locator("[name=summary]").fill("Nu också med zebrafinkar för alla barn.")
    publish(page)
    page.goto("/sv/sok/?q=zebrafinkar")
    expect(page.locator("article.card").first).to_contain_text(title)
    page.goto(public)
    expect(page.locator("main")).to_contain_text("zebrafinkar")


def test_a_volunteer_cancels_a_meeting(page: Page) -> None:
    log_in(page, "staff")
    page.goto("/admin/meetings/")
    row = page.locator("table tbody tr").filter(has=page.locator("a.button")).first
    row.locator("a.button").click()
    page.locator("input[lang=sv]").fill("Ledaren har brutit foten.")
    page.locator("main form button[type=submit], .content form button.no").first.click()
    expect(page.locator(".messages .success")).to_be_visible()
    page.goto("/sv/veckan/")
    weeks = page.locator("main")
    if "brutit foten" not in weeks.inner_text():
        page.goto("/admin/meetings/")
        expect(page.locator("table")).to_contain_text("inställd")
    else:
        expect(weeks).to_contain_text("brutit foten")


def entries_with(page: Page, organisation: str, number: str) -> int:
    """Count the organisation's entries whose page offers to call a number."""
    page.goto(organisation)
    urls = [
        link.get_attribute("href") for link in page.locator("main article.card :is(h2, h3) a").all()
    ]
    found = 0
    for url in urls:
        page.goto(str(url))
        found += page.locator(f"main a[href='tel:{number}']").count() > 0
    return found


def test_a_communicator_corrects_one_number_for_all_entries(page: Page) -> None:
    log_in(page, "communicator")
    open_in_editor(page, "Staden Jakobstad")
    expect(page.locator("[name='channels-0-value']")).to_be_visible()
    page.locator("[name='channels-0-value']").fill("+358 6 555 0888")
    publish(page)
    for organisation in (
        "/sv/organisationer/staden-jakobstad/",
        "/fi/organisaatiot/pietarsaaren-kaupunki/",
    ):
        assert entries_with(page, organisation, "+35865550888") >= 2
