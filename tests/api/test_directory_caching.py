"""Answers are remembered, but never older than the content or the minute."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from redis.exceptions import ConnectionError as RedisConnectionError

from services.models import Theme
from tests.api.conftest import Asking
from tests.factories import Tree, make_entry

pytestmark = pytest.mark.django_db
ENTRIES = "/api/directory/entries"


def publish(page: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_what_the_caller_has_is_not_sent_again(site: Tree, client: Client) -> None:
    entry = make_entry()
    first = client.get(ENTRIES)
    assert first["Cache-Control"] == "public, max-age=1"
    known = {"if-none-match": first["ETag"]}
    again = client.get(ENTRIES, headers=known)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    # A proxy that compresses makes the tag a weak one.
    assert client.get(ENTRIES, headers={"if-none-match": f"W/{first['ETag']}"}).status_code == 304
    publish(entry, title="Uusi nimi")
    changed = client.get(ENTRIES, headers=known)
    assert changed.status_code == 200
    assert changed.json()["items"][0]["title"] == {"fi": "Uusi nimi"}


def test_a_remembered_answer_takes_one_query(site: Tree, client: Client) -> None:
    make_entry()
    first = client.get(ENTRIES)
    with CaptureQueriesContext(connection) as captured:
        again = client.get(ENTRIES)
    assert len(captured) == 1
    assert again.content == first.content


def test_a_changed_code_is_seen_at_once(site: Tree, client: Client, ask: Asking) -> None:
    ask("codes")
    theme = Theme.objects.get(pk="sleep")
    theme.label = {"fi": "Yöuni"}
    theme.save()
    assert "Yöuni" in str(ask("codes"))
    theme.delete()
    assert "Yöuni" not in str(ask("codes"))


def test_the_clock_opens_and_closes(site: Tree, ask: Asking, settings: Any) -> None:
    make_entry("meeting_place", opening_hours="Tu 09:00-12:00")
    for now, is_open in (("11:59:30", True), ("12:00:00", False)):
        settings.FAMILYCENTRE_NOW = f"2026-11-24T{now}+02:00"
        assert ask("entries")["items"][0]["state"]["is_open"] is is_open
        assert ask("entries", open_now="1")["total"] == is_open


def test_the_same_question_at_another_host_is_another_answer(site: Tree, client: Client) -> None:
    make_entry()
    for host in ("localhost", "127.0.0.1:8000"):
        answer = client.get(ENTRIES, headers={"host": host}).json()
        assert answer["items"][0]["url"]["fi"].startswith(f"http://{host}/fi/e/")


def test_behind_a_proxy_addresses_are_those_of_the_proxy(
    site: Tree, client: Client, settings: Any
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    make_entry()
    headers = {"x-forwarded-proto": "https", "host": "testserver"}
    answer = client.get(f"{ENTRIES}?lang=fi", headers=headers).json()
    assert answer["items"][0]["url"].startswith("https://testserver/")


def test_without_a_cache_there_are_answers_all_the_same(
    site: Tree, client: Client, settings: Any
) -> None:
    make_entry()
    nobody = "redis://127.0.0.1:9/0"
    backend = "django.core.cache.backends.redis.RedisCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": nobody}}
    with pytest.raises(RedisConnectionError):
        cache.get("x")
    assert client.get(ENTRIES).json()["total"] == 1


def test_head_answers_without_a_body(site: Tree, client: Client) -> None:
    make_entry()
    response = client.head(ENTRIES)
    assert (response.status_code, response.content) == (200, b"")
    assert response["ETag"] == client.get(ENTRIES)["ETag"]


def test_scripts_of_other_sites_may_read(site: Tree, client: Client) -> None:
    response = client.get(ENTRIES, headers={"origin": "https://kunta.example"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in response["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Credentials" not in response
    asked_first = client.options(
        ENTRIES,
        headers={
            "origin": "https://kunta.example",
            "access-control-request-method": "GET",
            "access-control-request-headers": "if-none-match",
        },
    )
    assert "if-none-match" in asked_first["Access-Control-Allow-Headers"]
    page = client.get("/fi/", headers={"origin": "https://kunta.example"})
    assert "Access-Control-Allow-Origin" not in page


def test_no_cookies(site: Tree, client: Client) -> None:
    assert not client.get(ENTRIES).cookies
