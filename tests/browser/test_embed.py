"""The embedded head in a real browser: on other people's pages, and while the site is stopped."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.browser.site import copied, manage, running_embed, serving
from tests.embed.aging import grow_old

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DARK = "background=101820&text=f2f2f2&accent=445566"
PAGES = [
    "/{lang}/entries",
    f"/{{lang}}/entries?{DARK}",
    "/{lang}/entries?q=xyzzy",
    "/{lang}/this-week",
    f"/{{lang}}/this-week?{DARK}",
    "/{lang}/nowhere",
    "/{lang}/compose?accent=%23ffcc00",
    "/demo/{lang}",
]
AGE = {"fi": "Tiedot päivitetty", "sv": "Uppgifterna uppdaterade"}
NEWS = "Muuttui – ändrades"
PUBLISH = """
from services.models import Entry
for page in Entry.objects.filter(translation_key__in={entries}):
    page = page.specific
    page.summary = "{news}"
    page.save_revision(clean=False).publish()
"""


@pytest.fixture(scope="module")
def embed(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The embedded head beside the running site; pages of localhost may frame it."""
    cache = tmp_path_factory.mktemp("embed")
    with running_embed(address, cache, EMBED_SITES="http://localhost:*") as running:
        yield running


def list_on(page: Page) -> FrameLocator:
    return page.frame_locator("iframe").first


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_axe_finds_nothing(visitor: Page, embed: str, lang: str) -> None:
    visitor.goto(f"{embed}/{lang}/entries")
    entry = visitor.locator(".row__title a").first.get_attribute("href")
    found = {}
    for path in [*(path.format(lang=lang) for path in PAGES), str(entry)]:
        visitor.goto(f"{embed}{path}")
        results = Axe().run(visitor, options={"runOnly": {"type": "tag", "values": RULES}})
        if results.violations_count:
            found[path] = [
                (violation["id"], violation["nodes"][0]["html"][:150])
                for violation in results.response["violations"]
            ]
    assert found == {}


@pytest.mark.parametrize("path", PAGES)
def test_pages_fit_a_narrow_screen(visitor: Page, embed: str, path: str) -> None:
    visitor.set_viewport_size({"width": 320, "height": 640})
    visitor.goto(embed + path.format(lang="fi"))
    assert visitor.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(
    ("lang", "words", "title", "back"),
    [
        ("fi", "perhekahvila", "Perhekahvila", "Takaisin listaan"),
        ("sv", "familjecafé", "Familjecafé", "Tillbaka till listan"),
    ],
)
def test_a_visitor_searches_and_reads_on_the_municipalitys_page(
    visitor: Page, embed: str, lang: str, words: str, title: str, back: str
) -> None:
    visitor.goto(f"{embed}/demo/{lang}")
    shown = list_on(visitor)
    shown.get_by_role("searchbox").fill(words)
    # The list from before the search may have the link too.
    with visitor.expect_event("framenavigated", lambda frame: "q=" in frame.url):
        shown.get_by_role("searchbox").press("Enter")
    link = shown.get_by_role("link", name=re.compile(f"^{title}")).first
    link.focus()
    link.press("Enter")
    expect(shown.get_by_role("heading", level=1)).to_contain_text(title)
    shown.get_by_role("link", name=back).click()
    expect(shown.get_by_role("searchbox")).to_have_value(words)
    expect(visitor).to_have_url(f"{embed}/demo/{lang}")


def test_the_next_page_begins_at_the_top_of_the_frame(visitor: Page, embed: str) -> None:
    visitor.goto(f"{embed}/demo/fi")
    list_on(visitor).get_by_role("link", name="Seuraavat").click()
    expect(list_on(visitor).get_by_role("link", name="Alkuun")).to_be_visible()
    expect(visitor.locator("iframe").first).to_be_in_viewport()
    top = "document.querySelector('iframe').getBoundingClientRect().top"
    visitor.wait_for_function(f"Math.abs({top}) < 20")


def test_a_communicator_composes_the_code_and_sees_it_at_once(
    context: BrowserContext, visitor: Page, embed: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=embed)
    visitor.goto(f"{embed}/sv/compose")
    visitor.get_by_label("Kommun").select_option(label="Larsmo")
    expect(list_on(visitor).get_by_role("heading", level=1)).to_contain_text("Larsmo")
    visitor.get_by_label("Veckans träffar").check()
    expect(list_on(visitor).get_by_role("heading", level=1)).to_contain_text("den här veckan")
    visitor.get_by_label("Accentfärg").fill("#ffee00")
    expect(visitor.get_by_role("status")).to_contain_text("#ffee00")
    expect(visitor.get_by_label("Kommun").locator("option:checked")).to_have_text("Larsmo")
    visitor.get_by_role("button", name="Kopiera koden").click()
    expect(visitor.get_by_role("button", name="Kopierad")).to_be_visible()
    code = visitor.evaluate("navigator.clipboard.readText()")
    assert code == visitor.locator("#code").input_value()
    assert f'src="{embed}/sv/this-week?municipality=' in code


def test_only_listed_sites_frame_it_and_are_told_its_height(
    page: Page, embed: str, tmp_path: Path
) -> None:
    page.goto(f"{embed}/fi/compose")
    code = page.locator("#code").input_value()
    (tmp_path / "index.html").write_text(f"<!doctype html><title>x</title>{code}")
    with _website(tmp_path) as port:
        page.goto(f"http://localhost:{port}/")
        expect(list_on(page).get_by_role("heading", level=1)).to_be_visible()
        inside = page.frames[1].evaluate("document.documentElement.scrollHeight")
        assert inside > 1_500
        expect(page.locator("iframe")).to_have_css("height", f"{inside}px")
        refusals: list[str] = []
        page.on("console", lambda message: refusals.append(message.text))
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_timeout(500)
        assert any("frame-ancestors" in text for text in refusals)


@contextmanager
def _website(folder: Path) -> Iterator[int]:
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_the_list_outlives_the_site_and_follows_when_it_is_back(
    visitor: Page, environment: dict[str, str], tmp_path: Path
) -> None:
    site = copied(environment, tmp_path / "site")
    cache = tmp_path / "embed"
    with running_embed(f"http://127.0.0.1:{site['PORT']}", cache) as embed:
        with serving(site):
            for lang, age in AGE.items():
                visitor.goto(f"{embed}/demo/{lang}")
                expect(list_on(visitor).locator(".row").first).to_be_visible()
                expect(list_on(visitor).get_by_text(age)).to_have_count(0)
        grow_old(cache)
        entries = []
        for lang, age in AGE.items():
            visitor.goto(f"{embed}/demo/{lang}")
            expect(list_on(visitor).get_by_text(age)).to_be_visible()
            expect(list_on(visitor).locator(".row").nth(5)).to_be_visible()
            entries.append(_first_entry(visitor))
        manage(site, "shell", "-c", PUBLISH.format(entries=entries, news=NEWS))
        with serving(site):
            for lang, age in AGE.items():
                _reload_until_current(visitor, f"{embed}/demo/{lang}", age)
                expect(list_on(visitor).get_by_text(NEWS).first).to_be_visible()


def _first_entry(page: Page) -> str:
    address = list_on(page).locator(".row__title a").first.get_attribute("href")
    return urlsplit(str(address)).path.rsplit("/", 1)[1]


def _reload_until_current(page: Page, address: str, age: str) -> None:
    """Reload as a visitor would: a directory that was away is left alone for a moment."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        page.goto(address)
        expect(list_on(page).get_by_role("heading", level=1)).to_be_visible()
        if not list_on(page).get_by_text(age).count():
            return
        time.sleep(1)
    pytest.fail("The list stayed old after the site was back")
