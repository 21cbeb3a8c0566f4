"""Without its cache the site answers as before, and nothing of then is shown when it is back."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from environs import FileAwareEnv

from familycentre.responses.version import drop_version
from familycentre.settings.caches import caches as configured
from services import caching
from tests.factories import Tree
from tests.responses.conftest import Asking, Commit

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
NAMES = ["shared", "responses", "default"]


@pytest.fixture
def redis(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The caches of a region, at a port where nobody is."""
    monkeypatch.setenv("CACHE_URL", "redis://127.0.0.1:9/0")
    return configured(FileAwareEnv())


@pytest.fixture(params=[["shared"], ["responses"], NAMES], ids=" ".join)
def _away(site: Tree, request: pytest.FixtureRequest, settings: Any, redis: dict[str, Any]) -> None:
    settings.CACHES = {**settings.CACHES, **{name: redis[name] for name in request.param}}


@pytest.mark.usefixtures("_away")
def test_the_site_answers_without_it_and_says_so_once(
    site: Tree, ask: Asking, caplog: pytest.LogCaptureFixture
) -> None:
    assert [ask("/fi/").status_code for _ in range(3)] == [200] * 3
    assert len([line for line in caplog.messages if "does not answer" in line]) == 1


@pytest.mark.usefixtures("_away")
def test_editors_go_on(site: Tree, commit: Commit) -> None:
    with commit():
        site.fronts["fi"].save_revision().publish()


@pytest.mark.usefixtures("_away")
def test_opened_results_are_counted_without_it(site: Tree) -> None:
    headers = {"Sec-Fetch-Site": "same-origin"}
    response = Client().post("/fi/etsi/avattu/", {"q": "perhe"}, headers=headers)
    assert response.status_code == 204


def test_wagtail_is_told_that_nothing_is_known(settings: Any, redis: dict[str, Any]) -> None:
    settings.CACHES = {**settings.CACHES, **redis}
    cache = caches["default"]
    cache.set("a", 1)
    cache.delete_many(["a"])
    assert (cache.get("a"), cache.get("a", "nothing")) == (None, "nothing")
    assert (cache.add("a", 1), cache.delete("a")) == (False, False)
    assert (cache.get_many(["a"]), cache.set_many({"a": 1})) == ({}, [])


def test_a_disk_that_can_not_be_written_keeps_nothing(
    site: Tree, ask: Asking, tmp_path: Path
) -> None:
    # Root writes everywhere, but not into a folder that is a file.
    (tmp_path / "responses").write_text("")
    assert [ask("/fi/").status_code for _ in range(2)] == [200, 200]


def test_a_change_while_it_is_away_is_told_when_it_is_back(
    site: Tree, ask: Asking, settings: Any, redis: dict[str, Any]
) -> None:
    ask("/fi/")
    here = settings.CACHES
    settings.CACHES = {**here, "shared": redis["shared"]}
    drop_version()
    settings.CACHES = here
    assert ask("/fi/").queries > 0
    assert ask("/fi/").queries == 0


def test_who_is_away_is_asked_again_after_a_pause(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "shared"
    blocked.write_text("")
    assert caching.quietly("shared", lambda cache: cache.set("x", 1)) is None
    blocked.unlink()
    assert caching.quietly("shared", lambda cache: cache.get_or_set("x", 2)) is None
    later = caching.monotonic() + caching.PAUSE
    monkeypatch.setattr(caching, "monotonic", lambda: later)
    assert caching.quietly("shared", lambda cache: cache.get_or_set("x", 2)) == 2
    assert "answers again" in caplog.text
