"""Answers are kept, asked again, and shown on with their age while the directory is away."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from embed import clock, kept
from embed.app import create_app
from tests.embed import answers
from tests.embed.conftest import settings_for
from tests.embed.directory_server import Standin, serving, usual_contents

AGE = "Perhekeskukseen ei juuri nyt saada yhteyttä."
LIST = "/fi/entries?municipality=598"


def test_a_fresh_answer_is_given_again_without_asking(
    client: FlaskClient, directory: Standin
) -> None:
    client.get(LIST)
    asked = len(directory.asked)
    client.get(LIST)
    assert len(directory.asked) == asked


@pytest.mark.usefixtures("at_once")
def test_an_older_answer_is_asked_again_by_its_tag(client: FlaskClient, directory: Standin) -> None:
    first = client.get(LIST).text
    assert client.get(LIST).text == first
    assert directory.not_modified == 2  # the codes and the list


@pytest.mark.usefixtures("at_once")
def test_a_change_is_followed(client: FlaskClient, directory: Standin) -> None:
    assert "Perhekahvila" in client.get(LIST).text
    directory.contents["entries"] = lambda lang: answers.page([answers.entry(lang, title="Uusi")])
    text = client.get(LIST).text
    assert "Uusi" in text
    assert "Perhekahvila" not in text


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("path", [LIST, "/fi/this-week", f"/fi/entries/{answers.CAFE}"])
def test_the_list_outlives_the_directory_and_follows_when_it_is_back(
    tmp_path: Path, path: str
) -> None:
    directory = Standin(contents=usual_contents())
    with serving(directory):
        client = create_app(settings_for(directory, tmp_path)).test_client()
        assert AGE not in client.get(path).text
    away = client.get(path)
    assert away.status_code == 200
    assert "Perhekahvila" in away.text
    today = datetime.now(clock.ZONE).strftime("klo %-H.")
    assert f'<p class="notice" role="status">Tiedot päivitetty {today}' in away.text
    assert AGE in away.text
    with serving(directory):
        assert AGE not in client.get(path).text


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("status", [429, 500, 502, 503, 301])
def test_a_directory_in_trouble_is_a_directory_away(
    client: FlaskClient, directory: Standin, status: int
) -> None:
    client.get(LIST)
    directory.status = status
    text = client.get(LIST).text
    assert "Perhekahvila" in text
    assert AGE in text
    directory.status = 200
    assert AGE not in client.get(LIST).text


def test_without_anything_kept_a_page_says_so(client: FlaskClient, directory: Standin) -> None:
    directory.status = 503
    response = client.get("/sv/entries")
    assert response.status_code == 503
    assert "Familjecentret kan inte nås" in response.text
    assert f'href="{answers.SITE}/sv/sok/"' in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_an_address_without_a_directory_is_a_directory_away(
    client: FlaskClient, directory: Standin
) -> None:
    directory.contents.clear()
    assert client.get("/fi/entries").status_code == 503
    assert client.get("/fi/compose").status_code == 200


def test_a_slow_directory_is_left_alone_for_a_moment(
    client: FlaskClient, directory: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FRESH", 0)
    client.get(LIST)
    directory.delay = 4
    started = time.monotonic()
    assert AGE in client.get(LIST).text
    assert time.monotonic() - started < 3.9
    started = time.monotonic()
    assert AGE in client.get(LIST).text
    assert time.monotonic() - started < 0.5


@pytest.mark.usefixtures("at_once")
def test_what_was_taken_away_is_not_shown_on(client: FlaskClient, directory: Standin) -> None:
    address = f"/fi/entries/{answers.CAFE}"
    assert client.get(address).status_code == 200
    del directory.contents[f"entries/{answers.CAFE}"]
    assert client.get(address).status_code == 404
    directory.status = 503
    assert client.get(address).status_code == 503


@pytest.mark.usefixtures("at_once")
def test_yesterdays_week_stands_in_for_todays(
    client: FlaskClient, directory: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory.contents["meetings"] = lambda lang: answers.page(
        [
            answers.meeting_of_entry(lang, title="Tiistain ryhmä"),
            answers.meeting_of_entry(lang, title="Torstain ryhmä", **answers.meeting(26)),
        ]
    )
    assert "Tiistain ryhmä" in client.get("/fi/this-week").text
    directory.status = 503
    monkeypatch.setenv("FAMILYCENTRE_NOW", "2026-11-25T10:00:00+02:00")
    text = client.get("/fi/this-week").text
    assert "Torstain ryhmä" in text
    assert "Tiistain ryhmä" not in text


def test_another_days_answer_is_not_asked_by_its_tag(
    client: FlaskClient, directory: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "FRESH", 0)
    client.get("/fi/this-week")
    monkeypatch.setenv("FAMILYCENTRE_NOW", "2026-11-25T10:00:00+02:00")
    client.get("/fi/this-week")
    assert directory.asked[-1][0] == "meetings"
    assert "If-None-Match" not in directory.headers[-1]


def test_workers_share_what_is_kept(directory: Standin, tmp_path: Path) -> None:
    settings = settings_for(directory, tmp_path)
    create_app(settings).test_client().get(LIST)
    asked = len(directory.asked)
    assert "Perhekahvila" in create_app(settings).test_client().get(LIST).text
    assert len(directory.asked) == asked


@pytest.fixture
def files(tmp_path: Path) -> Callable[[], int]:
    """Counts the kept files."""
    return lambda: len(list(tmp_path.iterdir()))


def test_nonsense_keeps_nothing(client: FlaskClient, files: Callable[[], int]) -> None:
    client.get(LIST)
    before = files()
    for nonsense in ("x=1", "free=yes", "municipality=&theme=", "organisation=1", "cursor="):
        client.get(f"{LIST}&{nonsense}")
    client.get("/fi/entries?municipality=nowhere")
    assert files() == before


def test_searches_fill_no_disk_and_push_no_list_out(
    client: FlaskClient,
    directory: Standin,
    files: Callable[[], int],
) -> None:
    client.get(LIST)
    for number in range(kept.ANSWERS + 50):
        client.get(f"/fi/entries?q={number}")
    assert files() <= kept.ANSWERS + 5
    directory.asked.clear()
    client.get(LIST)
    assert directory.asked == []
