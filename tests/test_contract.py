"""docs/contract.md and the code say the same: a promise is a row in one of its tables."""

import re
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest
import yaml
from django.core.management import get_commands, load_command_class
from django.db.models import TextChoices
from django.http import QueryDict
from django.urls import Resolver404, resolve
from django.utils.translation import override

from api.directory.openapi import openapi
from services import codes

PROJECT = Path(__file__).resolve().parents[1]
CLOSED_LISTS: dict[str, type[TextChoices]] = {
    "Kinds": codes.Kind,
    "Sectors": codes.Sector,
    "Audiences": codes.Audience,
    "Costs": codes.Cost,
    "Life stages": codes.LifeStage,
    "Channels": codes.ChannelKind,
    "Group types": codes.GroupType,
}


@cache
def tables(section: str) -> list[list[tuple[str, ...]]]:
    """The tables of a section, each as rows of cells without its head."""
    text = (PROJECT / "docs" / "contract.md").read_text(encoding="utf-8")
    body = re.split(r"^## ", text, flags=re.MULTILINE)
    [wanted] = [part for part in body if part.partition("\n")[0] == section]
    found = re.findall(r"(?:^\|.*\|\n)+", f"{wanted}\n", flags=re.MULTILINE)
    assert found, f"{section} has no table"
    return [[_cells(line) for line in table.splitlines()[2:]] for table in found]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().strip("`") for cell in line.strip("|").split("|"))


def first_column(section: str) -> list[str]:
    return [row[0] for row in tables(section)[0]]


@pytest.mark.parametrize("section", CLOSED_LISTS)
def test_codes_are_those_of_the_closed_lists(section: str) -> None:
    assert first_column(section) == CLOSED_LISTS[section].values


@pytest.mark.parametrize(
    ("name", "language", "address"),
    [
        (name, language, address)
        for name, *addresses in tables("Addresses")[0]
        for language, address in zip(("fi", "sv"), addresses, strict=True)
    ],
)
def test_addresses_stand_in_both_languages(name: str, language: str, address: str) -> None:
    with override(language):
        assert resolve(address.replace("ID", str(uuid4()))).url_name == name


@pytest.mark.parametrize("address", [row[0] for row in tables("Addresses")[1]])
def test_addresses_of_machines_answer(address: str) -> None:
    try:
        resolve(address)
    except Resolver404:
        pytest.fail(f"nothing answers at {address}")


@pytest.mark.parametrize(("name", "example"), [row[:2] for row in tables("Query parameters")[0]])
def test_query_parameters_are_understood(name: str, example: str) -> None:
    query = pytest.importorskip("search.query").SearchQuery
    empty = query.from_params(QueryDict(), "fi")
    other = {"lat": "&lon=0", "lon": "&lat=0"}.get(name, "")  # half a point is no point
    asked = query.from_params(QueryDict(f"{name}={example}{other}"), "fi")
    assert asked != empty
    assert asked.to_params().getlist(name) == [example]


def test_parameters_of_the_directory_api_are_those_described() -> None:
    shared = {row[0] for row in tables("Query parameters")[0]}
    own = {row[0] for row in tables("Query parameters")[1]}
    described = {
        parameter["name"]
        for methods in openapi()["paths"].values()
        for parameter in methods["get"]["parameters"]
        if parameter["in"] == "query"
    }
    assert described == shared | own


@pytest.mark.parametrize("name", first_column("Environment"))
def test_environment_is_read_and_explained(name: str) -> None:
    readers = [*(PROJECT / "site/familycentre/settings").glob("*.py"), *PROJECT.glob("docker/*.py")]
    quoted = re.compile(rf"[\"']{name}[\"']")
    assert any(quoted.search(path.read_text(encoding="utf-8")) for path in readers)
    assert f"`{name}`" in (PROJECT / "docs" / "operators.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", first_column("Make targets"))
def test_make_targets_exist(target: str) -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "arguments"), [row[:2] for row in tables("Management commands")[0]]
)
def test_commands_exist_with_their_arguments(command: str, arguments: str) -> None:
    parser = load_command_class(get_commands()[command], command).create_parser(
        "manage.py", command
    )
    known = {
        word
        for action in parser._actions
        for word in (*action.option_strings, *(action.choices or ()))
    }
    assert set(arguments.replace("`", " ").split()) <= known


def test_demo_logins_are_those_of_the_demo() -> None:
    file = PROJECT / "home" / "demo" / "users.yaml"
    if not file.exists():
        pytest.skip("the demo has no people yet")
    users = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert {user["code"] for user in users} == set(first_column("Demo logins"))
