"""The description of the API: complete, true to the answers, and changed on purpose only."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from api.directory import schemas
from api.directory.openapi import openapi
from tests.factories import Tree

SNAPSHOT = Path(__file__).parent / "openapi.json"
RENEW = "python manage.py shell -c 'from tests.api.test_openapi import renew; renew()'"
SHAPES = {
    "list_entries": schemas.EntryList,
    "read_entry": schemas.Entry,
    "list_meetings": schemas.MeetingList,
    "list_organisations": schemas.OrganisationList,
    "read_organisation": schemas.Organisation,
    "list_places": schemas.PlaceList,
    "list_codes": schemas.Codes,
    "suggest": schemas.SuggestionList,
}


def written() -> str:
    return json.dumps(openapi(), ensure_ascii=False, indent=1) + "\n"


def renew() -> None:
    SNAPSHOT.write_text(written(), encoding="utf-8")


def operations() -> list[Any]:
    return [methods["get"] for methods in openapi()["paths"].values()]


def test_it_is_what_it_was() -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == written(), (
        "The description of the API has changed. If callers can live with that, write it down in "
        f"docs/api.md and CHANGELOG.md, and renew the snapshot: {RENEW}"
    )


def test_every_operation_is_described_with_an_example() -> None:
    assert {operation["operationId"] for operation in operations()} == set(SHAPES)
    for operation in operations():
        assert operation["summary"]
        assert operation["description"]
        assert all(each["description"] for each in operation["parameters"]), operation
        assert {"200", "304", "422", "429"} <= set(operation["responses"])


@pytest.mark.parametrize("name", SHAPES)
def test_examples_have_the_shape_of_answers(name: str) -> None:
    [operation] = [each for each in operations() if each["operationId"] == name]
    example = operation["responses"]["200"]["content"]["application/json"]["example"]
    SHAPES[name].model_validate_json(json.dumps(example))


def test_every_field_of_an_answer_is_in_the_examples() -> None:
    [example] = [
        each["responses"]["200"]["content"]["application/json"]["example"]
        for each in operations()
        if each["operationId"] == "read_entry"
    ]
    assert set(example) == set(schemas.Entry.model_fields)


def test_machines_get_it_as_json(client: Client) -> None:
    response = client.get("/api/directory/openapi.json")
    assert response.json() == openapi()
    assert response.json()["openapi"].startswith("3.1")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_people_get_it_as_a_page(site: Tree, client: Client, language: str) -> None:
    response = client.get(reverse("directory_docs"), headers={"accept-language": language})
    page = response.content.decode()
    assert f'<html lang="{language}">' in page
    assert response["Content-Language"] == language
    assert "<script" not in page
    for path, methods in openapi()["paths"].items():
        assert f"GET {path}" in page
        for parameter in methods["get"]["parameters"]:
            assert f"<code>{parameter['name']}</code>" in page
