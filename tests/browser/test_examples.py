"""The examples of docs/api.md work as they stand there."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"

# Asks xdist for one worker: they share the running site.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture
def strange_site() -> Iterator[str]:
    """Somebody else's web site: another origin, which serves the examples' files."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(EXAMPLES))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_the_python_head_lists_this_weeks_groups(address: str) -> None:
    command = [sys.executable, str(EXAMPLES / "next_groups.py"), address, "598", "sv", "2026-11-30"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(lines) > 5
    assert lines[0].startswith("24.11. ")
    assert lines[-1][:5] in {f"{day}.11" for day in range(24, 31)}


def test_the_javascript_head_lists_entries_on_a_strange_site(
    page: Page, address: str, strange_site: str
) -> None:
    page.goto(f"{strange_site}/help_list.html?site={address}&municipality=598")
    items = page.get_by_role("listitem")
    expect(items.first.get_by_role("link")).to_have_attribute("lang", "sv")
    expect(items.nth(25)).to_be_visible()
