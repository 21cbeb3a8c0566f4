"""A communicator imports from the national service catalogue, and keeps a number of their own."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_editors import log_in, open_in_editor, publish
from tests.intake_admin.catalogue import catalogue

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
ORGANISATION = "Staden Jakobstad"
SERVICE = "Solstrålens rådgivning"


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], address: str) -> dict[str, Any]:
    """Editors sit at a computer."""
    return {**browser_context_args, "base_url": address, "viewport": {"width": 1280, "height": 900}}


def upload(page: Page, phone: str) -> None:
    """Choose a file and have it read."""
    records = catalogue(ORGANISATION, service=SERVICE, phone=phone)
    file = {
        "name": "ptv.json",
        "mimeType": "application/json",
        "buffer": json.dumps(records).encode(),
    }
    page.goto("/admin/intake/")
    page.locator("main a[href='/admin/intake/new/']").click()
    page.locator("input[type=file]").set_input_files(files=[file])  # type: ignore[list-item]
    page.locator("form[enctype] button[type=submit]").click()
    expect(page).to_have_url(re.compile(r"/admin/intake/\d+/$"))
    expect(page.locator("h1")).to_contain_text("ptv.json")


def import_for_real(page: Page) -> None:
    page.locator("form[action$='/run/'] button").click()
    expect(page.locator("a[href$='/undo/']")).to_be_visible()


def test_a_number_that_was_taken_over_stays_through_the_next_import(page: Page) -> None:
    log_in(page, "communicator")
    upload(page, "65550101")
    report = page.locator("main")
    expect(report).to_contain_text(SERVICE)
    expect(report).to_contain_text(ORGANISATION)
    assert page.request.get("/sv/sok/?q=Solstrålens").text().count(SERVICE) == 0
    import_for_real(page)

    open_in_editor(page, SERVICE)
    expect(page.locator("#page-edit-form")).to_contain_text("06 5550101")
    expect(page.locator("[name=title]")).to_have_count(0)
    page.locator("a[href*='/take-over/channel']").click()
    page.locator("main form button[type=submit]").click()
    number = page.locator("[name='channels-0-value']")
    expect(number).to_be_visible()
    number.fill("+358 6 555 0777")
    publish(page)

    upload(page, "65550999")
    for words in ("5550777", "5550999"):
        assert words in report.inner_text().replace(" ", "")
    import_for_real(page)
    page.goto("/admin/intake/differences/")
    for words in (SERVICE, "5550777", "5550999"):
        assert words.replace(" ", "") in report.inner_text().replace(" ", "")
    page.goto("/sv/sok/?q=Solstrålens")
    page.locator("article.card a").filter(has_text=SERVICE).first.click()
    expect(page.locator("main a[href='tel:+35865550777']").first).to_be_visible()
    assert page.locator("a[href='tel:+35865550999']").count() == 0
