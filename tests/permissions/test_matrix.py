"""Who may do what on whose pages: one matrix, tried over HTTP, looked up in the database."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.permissions.attempts import ATTEMPTS, IN_ONE_LANGUAGE, move
from tests.permissions.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.once]

# Whose the organisations are to each role: the club is entrusted to the town.
RELATIONS = {
    "visitor": {"club": "foreign"},
    "staff": {"club": "own", "town": "foreign", "parish": "foreign"},
    "communicator": {"town": "own", "club": "entrusted", "parish": "foreign"},
    "coordinator": {"club": "foreign", "parish": "foreign"},
    "administrator": {"club": "foreign", "parish": "foreign"},
}
# On whose organisations each role may do it.
MATRIX = """
                           | visitor | staff | communicator   | coordinator | administrator
see in the explorer        | -       | own   | own, entrusted | all         | all
open in the editor         | -       | own   | own, entrusted | all         | all
create an entry            | -       | own   | own, entrusted | all         | all
edit an entry              | -       | own   | own, entrusted | all         | all
publish an entry           | -       | own   | own, entrusted | all         | all
submit for translation     | -       | own   | own, entrusted | all         | all
update translations        | -       | own   | own, entrusted | all         | all
cancel a meeting           | -       | own   | own, entrusted | all         | all
unpublish an entry         | -       | own   | own, entrusted | all         | all
delete an entry            | -       | own   | own, entrusted | all         | all
publish the organisation   | -       | own   | own, entrusted | all         | all
translate the organisation | -       | own   | own, entrusted | all         | all
unpublish the organisation | -       | -     | -              | all         | all
delete the organisation    | -       | -     | -              | all         | all
close the organisation     | -       | -     | -              | -           | -
unpublish it in bulk       | -       | -     | -              | all         | all
delete it in bulk          | -       | -     | -              | all         | all
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


def cells() -> Iterator[Any]:
    head, *lines = rows(MATRIX)
    for action, *marks in lines:
        for role, whose in zip(head[1:], marks, strict=True):
            for name, relation in RELATIONS[role].items():
                allowed = whose == "all" or relation in whose.split(", ")
                for language in ("fi",) if action in IN_ONE_LANGUAGE else ("fi", "sv"):
                    values = (role, action, name, language)
                    ident = "-".join((role, action, f"{relation} {name}", language))
                    yield pytest.param(*values, allowed, id=ident)


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


def test_each_role_and_action_is_tried() -> None:
    (_corner, *roles), *lines = rows(MATRIX)
    assert set(roles) == set(RELATIONS)
    assert {action for action, *_marks in lines} == set(ATTEMPTS)
