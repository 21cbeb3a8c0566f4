"""Pages behind nginx: kept for a second, renewed when content changes, and nobody's own."""

import time

import httpx
import pytest

from tests.docker.region import Region

pytestmark = [pytest.mark.nginx, pytest.mark.once, pytest.mark.xdist_group("nginx")]
RENAME = """
from home.models import FrontPage
page = FrontPage.objects.get(locale__language_code="sv")
page.headline = "{headline}"
page.save_revision().publish()
"""


def kept(region: Region, path: str) -> list[str]:
    """Return what nginx's cache was good for when a page was asked for, request by request."""
    lines = region.proxy.access_log.read_text().splitlines()
    return [line.rsplit(" ", 1)[1] for line in lines if f'GET "{path}"' in line]


def test_a_rush_is_one_question_a_second(region: Region, visitor: httpx.Client) -> None:
    answers = [visitor.get("/sv/") for _ in range(20)]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[-1].headers["Cache-Control"] == "no-cache"
    assert "X-Accel-Expires" not in answers[-1].headers
    time.sleep(0.1)  # nginx writes a line after its answer
    assert kept(region, "/sv/")[-20:].count("HIT") >= 15


def test_what_a_visitor_has_is_not_sent_again(visitor: httpx.Client) -> None:
    tag = visitor.get("/fi/viikko/").headers["ETag"]
    again = visitor.get("/fi/viikko/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_what_another_process_changes_is_seen(region: Region, visitor: httpx.Client) -> None:
    for headline in ("Vad behöver ni?", "Hur kan vi hjälpa?"):
        region.run(RENAME.format(headline=headline))
        time.sleep(2)  # whole seconds are counted
        assert headline in visitor.get("/sv/").text


def test_who_has_cookies_is_answered_by_the_site(region: Region) -> None:
    with region.visitor() as editor:
        editor.get("/admin/login/")
        assert editor.cookies
        answer = editor.get("/sv/hjalp-nu/")
    assert "ETag" not in answer.headers
    time.sleep(0.1)
    assert kept(region, "/sv/hjalp-nu/")[-1] == "BYPASS"
