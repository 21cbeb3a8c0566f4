"""What is kept is answered first, to everybody, and nothing else is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.test.utils import override_settings

from familycentre.responses import middleware
from tests.factories import Tree, make_entry, make_user
from tests.responses.conftest import Asking

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
PAGES = ["/fi/", "/sv/", "/fi/viikko/", "/sv/hjalp-nu/", "/fi/organisaatiot/"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_made_once(site: Tree, ask: Asking, path: str) -> None:
    first, again = ask(path), ask(path)
    assert (first.status_code, first.queries > 0) == (200, True)
    assert (again.status_code, again.queries) == (200, 0)
    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)
    assert again["Content-Security-Policy"]
    assert (again["Cache-Control"], again["Vary"]) == ("no-cache", "Cookie")


def test_an_entry_is_kept_under_each_language(site: Tree, ask: Asking) -> None:
    entry = make_entry()
    finnish = ask(entry.url)
    swedish = ask(entry.url.replace("/fi/", "/sv/"))
    assert (ask(entry.url).queries, ask(entry.url.replace("/fi/", "/sv/")).queries) == (0, 0)
    assert finnish["ETag"] != swedish["ETag"]


@pytest.mark.parametrize("weak", ["", "W/"])
def test_what_a_visitor_has_is_not_sent_again(site: Tree, ask: Asking, weak: str) -> None:
    tag = ask("/fi/")["ETag"]
    again = ask("/fi/", if_none_match=weak + tag)
    assert (again.status_code, again.content, again.queries) == (304, b"", 0)
    assert (again["ETag"], again["Cache-Control"]) == (tag, "no-cache")


def test_a_kept_page_is_answered_before_the_address_is_looked_up(site: Tree, ask: Asking) -> None:
    tag = ask("/fi/")["ETag"]
    with override_settings(ROOT_URLCONF="tests.nowhere"):
        assert ask("/fi/").status_code == 200
        assert ask("/fi/", if_none_match=tag).status_code == 304
        with pytest.raises(ModuleNotFoundError):
            ask("/sv/")


def test_head_answers_without_a_body(site: Tree, ask: Asking) -> None:
    assert Client().head("/fi/").status_code == 200
    page = ask("/fi/")
    assert page.queries > 0
    head = Client().head("/fi/")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", page["ETag"])
    assert head["Content-Length"] == str(len(page.content))


def log_out(client: Client) -> None:
    client.force_login(make_user("staff"))
    client.post("/admin/logout/")


@pytest.mark.parametrize(
    "become",
    [lambda client: client.force_login(make_user("staff")), log_out],
    ids=["logged in", "logged out, with a cookie left"],
)
def test_who_has_cookies_gets_and_gives_nothing_kept(
    site: Tree, ask: Asking, become: Callable[[Client], None]
) -> None:
    somebody = Client()
    become(somebody)
    somebody.cookies["anything"] = "1"
    assert "ETag" not in somebody.get("/fi/")
    assert ask("/fi/").queries > 0
    assert "ETag" not in somebody.get("/fi/")


def test_who_proves_their_name_gets_nothing_kept(site: Tree, ask: Asking) -> None:
    assert "ETag" not in ask("/fi/", authorization="Basic eDp5")


def test_a_preview_is_neither_kept_nor_answered_from_what_is(site: Tree, ask: Asking) -> None:
    entry = make_entry(title="Ennen")
    entry.title = "Luonnos"
    # Without an editor's request, and so without cookies.
    preview = entry.make_preview_request()
    assert "Luonnos" in preview.content.decode()
    assert "Ennen" in ask(entry.url).content.decode()
    assert "Luonnos" in entry.make_preview_request().content.decode()
    assert "Luonnos" not in ask(entry.url).content.decode()


def test_each_host_and_scheme_has_its_own(site: Tree, ask: Asking, settings: Any) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ask("/fi/")
    assert "http://localhost/fi/" in ask("/fi/", host="localhost").content.decode()
    secure = ask("/fi/", host="localhost", x_forwarded_proto="https")
    assert "https://localhost/fi/" in secure.content.decode()
    assert ask("/fi/", host="evil.example").status_code == 400
    assert ask("/fi/", host="evil.example").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/fi/etsi/", "/fi/?x=1", "/fi/viikko/?municipality=598", "/fi/ei-ole/"),
        *("/fi/organisaatiot", "/api/directory/entries", "/admin/login/", "/health/live"),
    ],
)
def test_nothing_else_is_kept(site: Tree, ask: Asking, path: str, tmp_path: Path) -> None:
    ask(path)
    assert not list(tmp_path.glob("responses/*"))
    ask("/fi/")
    assert len(list(tmp_path.glob("responses/*"))) == 1


def test_a_permanent_address_leads_on_from_where_the_entry_stands(site: Tree, ask: Asking) -> None:
    entry = make_entry()
    path = f"/fi/e/{entry.translation_key}/"
    assert ask(path).status_code == 302
    assert ask(path).queries > 0


def test_another_release_makes_its_own(
    site: Tree, ask: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("/fi/")
    monkeypatch.setattr(middleware, "release", lambda: "the next")
    assert ask("/fi/").queries > 0
    assert ask("/fi/").queries == 0


def test_who_changes_templates_sees_them(settings: Any) -> None:
    settings.DEBUG = True
    with pytest.raises(middleware.MiddlewareNotUsed):
        middleware.ResponseCacheMiddleware(lambda _request: None)  # type: ignore[arg-type, return-value]
