"""Who may do what on whose pages: one matrix, tried over HTTP, looked up in the database."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.permissions.attempts import ATTEMPTS, IN_ONE_LANGUAGE, move
from tests.permissions.world import World

pytestmark = pytest.mark.django_db

# Whose the three organisations are to each role: the club is entrusted to the town.
RELATIONS = {
    "visitor": {"club": "any"},
    "staff": {"club": "own", "town": "foreign", "parish": "foreign"},
    "communicator": {"town": "own", "club": "entrusted", "parish": "foreign"},
    "coordinator": {"club": "any", "parish": "any"},
    "administrator": {"club": "any", "parish": "any"},
}
MATRIX = """
                            | visitor | staff |         | communicator |      |         | coordinator | administrator
                            | any     | own   | foreign | own | entrusted     | foreign | any         | any
see in the explorer         | -       | yes   | -       | yes | yes           | -       | yes         | yes
open in the editor          | -       | yes   | -       | yes | yes           | -       | yes         | yes
create an entry             | -       | yes   | -       | yes | yes           | -       | yes         | yes
edit an entry               | -       | yes   | -       | yes | yes           | -       | yes         | yes
publish an entry            | -       | yes   | -       | yes | yes           | -       | yes         | yes
submit for translation      | -       | yes   | -       | yes | yes           | -       | yes         | yes
update translations         | -       | yes   | -       | yes | yes           | -       | yes         | yes
cancel a meeting            | -       | yes   | -       | yes | yes           | -       | yes         | yes
unpublish an entry          | -       | yes   | -       | yes | yes           | -       | yes         | yes
delete an entry             | -       | yes   | -       | yes | yes           | -       | yes         | yes
publish the organisation    | -       | yes   | -       | yes | yes           | -       | yes         | yes
translate the organisation  | -       | yes   | -       | yes | yes           | -       | yes         | yes
unpublish the organisation  | -       | -     | -       | -   | -             | -       | yes         | yes
delete the organisation     | -       | -     | -       | -   | -             | -       | yes         | yes
close the organisation      | -       | -     | -       | -   | -             | -       | yes         | yes
unpublish it in bulk        | -       | -     | -       | -   | -             | -       | yes         | yes
delete it in bulk           | -       | -     | -       | -   | -             | -       | yes         | yes
"""
MOVES = """
from   | to     | staff | communicator | coordinator | administrator
club   | town   | -     | yes          | yes         | yes
club   | parish | -     | -            | yes         | yes
town   | club   | -     | yes          | yes         | yes
parish | club   | -     | -            | yes         | yes
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


def columns() -> list[tuple[str, str]]:
    """Each column's role and relation; a role stands above the first of its columns."""
    roles, relations = rows(MATRIX)[:2]
    role = ""
    found = []
    for name, relation in zip(roles[1:], relations[1:], strict=True):
        role = name or role
        found.append((role, relation))
    return found


def cells() -> Iterator[Any]:
    for action, *marks in rows(MATRIX)[2:]:
        for (role, relation), mark in zip(columns(), marks, strict=True):
            for name in (key for key, value in RELATIONS[role].items() if value == relation):
                for language in ("fi",) if action in IN_ONE_LANGUAGE else ("fi", "sv"):
                    values = (role, action, name, language)
                    yield pytest.param(*values, mark == "yes", id="-".join((*values, mark)))


@pytest.mark.parametrize(("role", "action", "name", "language", "allowed"), list(cells()))
def test_matrix(
    world: World, role: str, action: str, name: str, language: str, allowed: bool
) -> None:
    happened = ATTEMPTS[action](world.client(role), world, name, language)
    assert happened == allowed


def moves() -> Iterator[Any]:
    head, *lines = rows(MOVES)
    for line in lines:
        for role, mark in zip(head[2:], line[2:], strict=True):
            for language in ("fi", "sv"):
                values = (role, *line[:2], language)
                yield pytest.param(*values, mark == "yes", id="-".join((*values, mark)))


@pytest.mark.parametrize(("role", "origin", "target", "language", "allowed"), list(moves()))
def test_moving_an_entry(
    world: World, role: str, origin: str, target: str, language: str, allowed: bool
) -> None:
    assert move(world.client(role), world, origin, target, language) == allowed


def test_each_role_and_relation_is_tried() -> None:
    tried = {(role, relation) for role, whose in RELATIONS.items() for relation in whose.values()}
    assert set(columns()) == tried
    assert {action for action, *_marks in rows(MATRIX)[2:]} == set(ATTEMPTS)
