"""The site and the embedded head behind nginx: who asks, what is kept, what is shown while away."""

import time

import httpx
import pytest

from tests.docker.region import API_LIMIT, EMBED_HOST, FIRST_ENTRY, SITE_HOST, Region

pytestmark = [pytest.mark.nginx, pytest.mark.once, pytest.mark.xdist_group("nginx")]
LISTING = "/fi/entries"
SECOND_ENTRY = "Perhekahvila"


def ask(client: httpx.Client, q: str = "", headers: dict[str, str] | None = None) -> httpx.Response:
    return client.get("/api/directory/entries", params={"lang": "fi", "q": q}, headers=headers)


def titles(answer: httpx.Response) -> set[str]:
    assert answer.status_code == 200, answer.text
    return {entry["title"] for entry in answer.json()["items"]}


def test_the_site_knows_that_its_visitor_came_by_https(visitor: httpx.Client) -> None:
    forged = {"X-Forwarded-Proto": "http", "X-Forwarded-Host": "somebody.example"}
    answer = visitor.get("/", headers={"Accept-Language": "sv", **forged})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sv/"
    first = ask(visitor, headers=forged).json()["items"][0]
    assert first["url"].startswith(f"https://{SITE_HOST}/")


def test_an_unchanged_answer_is_not_sent_again(visitor: httpx.Client) -> None:
    answer = ask(visitor)
    again = ask(visitor, headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_each_visitor_has_a_limit_of_their_own(region: Region) -> None:
    with region.visitor(address="127.0.0.2") as busy, region.visitor(address="127.0.0.3") as other:
        # However the hour's end divides so many, one side of it is over the limit.
        statuses = {
            ask(busy, f"sana{n}", {"X-Forwarded-For": f"192.0.2.{n}"}).status_code
            for n in range(2 * API_LIMIT + 1)
        }
        assert statuses == {200, 429}
        assert ask(other, "toinen").status_code == 200


def test_answers_last_while_the_site_is_away_and_follow_when_it_is_back(
    region: Region, visitor: httpx.Client
) -> None:
    assert titles(ask(visitor)) == {FIRST_ENTRY}
    with region.visitor(EMBED_HOST) as embed, region.visitor() as editor:
        assert editor.get("/admin/login/").status_code == 200
        listing = embed.get(LISTING)
        assert FIRST_ENTRY in listing.text
        assert visitor.get("/fi/").status_code == 200
        region.web.stop()
        try:
            assert titles(ask(visitor)) == {FIRST_ENTRY}
            _no_page_is_older_than_it_says(visitor)
            assert FIRST_ENTRY in embed.get(LISTING).text
            _nothing_of_anybody_is_shown(editor)
            region.run(f'from tests.factories import *; make_entry(title="{SECOND_ENTRY}")')
        finally:
            region.web.start()
    time.sleep(1)  # second that the answer holds
    assert titles(ask(visitor)) == {FIRST_ENTRY, SECOND_ENTRY}


def _no_page_is_older_than_it_says(visitor: httpx.Client) -> None:
    time.sleep(2)  # nginx counts whole seconds
    page = visitor.get("/fi/")
    assert page.status_code == 503
    assert "112" in page.text


def _nothing_of_anybody_is_shown(editor: httpx.Client) -> None:
    page = editor.get("/admin/login/")
    assert page.status_code == 503
    assert page.headers["Retry-After"] == "30"
    assert page.headers["Cache-Control"] == "no-store"
    assert "112" in page.text
    assert editor.cookies
    answer = ask(editor)
    assert answer.status_code == 503
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 503
