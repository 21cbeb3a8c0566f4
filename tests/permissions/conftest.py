"""One small region for all permission tests, built once and rolled back after each of them.

The club's group is its staff. The town's group are its communicators, and the club is entrusted
to them. The parish is a stranger to both; it writes in Swedish first.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, TestCase

from services.actions.organisations import entrust
from services.actions.roles import coordinator_group
from services.models.role import OrganisationAccess
from tests.factories import (
    add_rule,
    make_entry,
    make_organisation,
    make_site,
    make_user,
    submit_translation,
    translate_all,
)
from tests.permissions.world import ORGANISATIONS, OTHER, SOURCE, World


@pytest.fixture(scope="package")
def region(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_region()
        transaction.set_rollback(True)


@pytest.fixture
def world(region: World, db: None) -> World:
    """The region; what a test does to it is gone afterwards."""
    return region


@pytest.fixture
def staff(world: World) -> Client:
    return world.client("staff")


@pytest.fixture
def communicator(world: World) -> Client:
    return world.client("communicator")


@pytest.fixture
def coordinator(world: World) -> Client:
    return world.client("coordinator")


def build_region() -> World:
    make_site()
    world = World()
    for name in ORGANISATIONS:
        build_organisation(world, name)
    club, town = (OrganisationAccess.objects.get(pk=world.keys[name]) for name in ("club", "town"))
    entrust(organisation=world.organisation("club"), to=town.group)
    make_user("staff", club.group)
    make_user("communicator", town.group)
    make_user("coordinator", coordinator_group())
    make_user("administrator", superuser=True)
    return world


def build_organisation(world: World, name: str) -> None:
    source = SOURCE[name]
    organisation = make_organisation(name.title(), source=source, with_access=True)
    world.keys[name] = organisation.translation_key
    group = make_entry(
        "peer_group", organisation=organisation, title=f"{name} group", language=source
    )
    add_rule(group, first=date(2026, 11, 24), rule="FREQ=WEEKLY;COUNT=3")
    translation = submit_translation(group, OTHER[source])
    translate_all(translation, prefix="X ")
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    world.keys[f"{name} group"] = group.translation_key
    for language in OTHER:
        lone = make_entry(organisation=organisation, title=f"{name} {language}", language=language)
        world.keys[f"{name} {language}"] = lone.translation_key
