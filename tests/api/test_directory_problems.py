"""Every error is a problem (RFC 9457), in the caller's language, and names what is wrong."""

from typing import Any

import pytest
from django.conf import settings as site_settings
from django.test import Client
from django.utils.translation import gettext, override

from api.directory.endpoints import entries
from api.directory.schemas import Problem
from tests.factories import Tree, make_entry

pytestmark = pytest.mark.django_db
ROOT = "/api/directory/"


def problem_of(response: Any, status: int) -> Any:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-store"
    problem = response.json()
    assert set(problem) == set(Problem.model_fields)
    Problem.model_validate(problem)
    assert problem["status"] == status
    return problem


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("entries?kind=x", ["kind"]),
        ("entries?limit=0", ["limit"]),
        ("entries?limit=101&free=yes&organisation=1", ["limit", "free", "organisation"]),
        ("entries?limit=many", ["limit"]),
        ("entries?kinds=service", ["kinds"]),
        ("entries?age=30&age=x&near=Atlantis", ["age"]),
        ("entries?near=Atlantis", ["near"]),
        ("entries?near=", ["near"]),
        ("entries?lat=63.6", ["lon"]),
        ("entries?lon=22.7", ["lat"]),
        ("entries?lat=91&lon=east", ["lat", "lon"]),
        ("entries?page=0", ["page"]),
        ("entries?page=2&cursor=x", ["page"]),
        ("meetings?near=598", ["near"]),
        ("entries?municipality=å", ["municipality"]),
        ("entries?lang=en", ["lang"]),
        ("entries?q=" + "x" * 201, ["q"]),
        ("entries?" + "&".join(["theme=sleep"] * 41), ["theme"]),
        ("entries?changed_since=yesterday", ["changed_since"]),
        ("entries?changed_since=2026-11-24T10:00:00", ["changed_since"]),
        ("entries?changed_since=0001-01-01T00:00:00%2B14:00", ["changed_since"]),
        ("entries?changed_since=1970-01-01T00:00:00Z&q=a&free=1", ["free", "q"]),
        ("entries?changed_since=1970-01-01T00:00:00Z&near=598&page=2", ["near", "page"]),
        ("meetings?since=20261124", ["since"]),
        ("meetings?until=9999-12-31", ["until"]),
        ("meetings?changed_since=1970-01-01T00:00:00Z", ["changed_since"]),
        ("organisations?q=a", ["q"]),
        ("suggest", ["q"]),
        ("suggest?q=", ["q"]),
        ("codes?x=1", ["x"]),
    ],
)
def test_each_bad_parameter_is_named(
    site: Tree, client: Client, question: str, wrong: list[str]
) -> None:
    errors = problem_of(client.get(ROOT + question), 422)["errors"]
    assert sorted(error["parameter"] for error in errors) == sorted(wrong)
    assert all(error["reason"] and "%(" not in error["reason"] for error in errors)


@pytest.mark.parametrize(
    ("question", "accepted", "language"),
    [
        ("entries?limit=0&lang=sv", "fi", "sv"),
        ("entries?limit=0", "sv-FI,sv;q=0.9", "sv"),
        ("entries?limit=0&lang=xx", "sv", "sv"),
        ("entries?limit=0", "de", site_settings.LANGUAGES[0][0]),
        ("entries?limit=0", "", site_settings.LANGUAGES[0][0]),
    ],
)
def test_problems_speak_the_callers_language(
    site: Tree, client: Client, question: str, accepted: str, language: str
) -> None:
    response = client.get(ROOT + question, headers={"accept-language": accepted})
    problem = problem_of(response, 422)
    assert response["Content-Language"] == language
    with override(language):
        assert problem["title"] == gettext("Some parameters can't be read.")
        [reason] = [row["reason"] for row in problem["errors"] if row["parameter"] == "limit"]
        assert reason == gettext("It is at least %(ge)s.") % {"ge": 1}
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "entries/x",
        "entries/00000000-0000-0000-0000-000000000000",
        "organisations/00000000-0000-0000-0000-000000000000",
        "entries/00000000-0000-0000-0000-00000000000g/",
    ],
)
def test_what_is_not_there(site: Tree, client: Client, path: str) -> None:
    response = client.get(ROOT + path, headers={"accept-language": "sv"}, follow=True)
    assert problem_of(response, 404)
    assert response["Content-Language"] == "sv"


def test_drafts_and_entries_as_organisations_are_not_there(site: Tree, client: Client) -> None:
    draft, entry = make_entry(live=False), make_entry()
    problem_of(client.get(f"{ROOT}entries/{draft.translation_key}"), 404)
    problem_of(client.get(f"{ROOT}organisations/{entry.translation_key}"), 404)


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_written(site: Tree, client: Client, method: str) -> None:
    response = getattr(client, method)(f"{ROOT}entries")
    problem_of(response, 405)
    assert "GET" in response["Allow"]


def test_a_request_that_nobody_can_read(site: Tree, client: Client) -> None:
    problem_of(client.get(ROOT + "entries?" + "a=1&" * 1001), 400)
    problem_of(client.get(ROOT + "entries", headers={"host": "elsewhere.example"}), 400)


def test_what_breaks_says_so(site: Tree, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: Any) -> None:
        raise RuntimeError

    client.raise_request_exception = False
    monkeypatch.setattr(entries, "page_of", broken)
    problem_of(client.get(f"{ROOT}entries"), 500)


def test_too_many_questions_are_asked_to_wait(site: Tree, client: Client, settings: Any) -> None:
    settings.API_RATE = "2/h"
    for _ in range(2):
        assert client.get(f"{ROOT}codes").status_code == 200
    response = client.get(f"{ROOT}entries")
    problem_of(response, 429)
    assert 1 <= int(response["Retry-After"]) <= 3600
    assert client.get(f"{ROOT}codes", REMOTE_ADDR="10.0.0.1").status_code == 200


def test_behind_a_proxy_callers_are_counted_one_by_one(
    site: Tree, client: Client, settings: Any
) -> None:
    settings.API_RATE = "1/h"
    settings.NINJA_NUM_PROXIES = 1
    for caller in ("10.1.1.1", "10.1.1.2"):
        headers = {"x-forwarded-for": f"1.2.3.4, {caller}"}
        assert client.get(f"{ROOT}codes", headers=headers).status_code == 200
        assert client.get(f"{ROOT}codes", headers=headers).status_code == 429


def test_an_address_with_a_slash_leads_to_the_one_without(site: Tree, client: Client) -> None:
    entry = make_entry()
    for path in ("entries", "codes", f"entries/{entry.translation_key}"):
        response = client.get(f"{ROOT}{path}/?lang=sv")
        assert (response.status_code, response["Location"]) == (302, f"{ROOT}{path}?lang=sv")
