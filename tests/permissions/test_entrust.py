"""A coordinator entrusts an organisation to another one's group, and takes it back."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from tests.permissions.attempts import cancel, create, edit, open_editor, publish
from tests.permissions.world import World, post

pytestmark = pytest.mark.django_db

ACTS = (open_editor, create, cancel, edit, publish)


def entrust(client: Client, world: World, name: str, to: Group, *, language: str = "fi") -> Any:
    address = reverse("entrust", args=[world.organisation(name, language).pk])
    return post(client, address, {"group": to.pk})


def take_back(client: Client, world: World, name: str, to: Group) -> Any:
    address = reverse("entrust", args=[world.organisation(name).pk])
    return post(client, address, {"group": to.pk, "take_back": "on"})


def rights(group: Group) -> set[tuple[Any, ...]]:
    pages = GroupPagePermission.objects.filter(group=group).values_list("page_id", "permission_id")
    media = GroupCollectionPermission.objects.filter(group=group)
    return {*pages, *media.values_list("collection_id", "permission_id", "group_id")}


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_entrusted_from_either_language_it_is_kept_in_both(
    world: World, coordinator: Client, language: str
) -> None:
    entrust(coordinator, world, "parish", world.access("town").group, language=language)
    for act in ACTS:
        for code in ("fi", "sv"):
            assert act(world.client("communicator"), world, "parish", code), (act, code)
    assert not open_editor(world.client("staff"), world, "parish", "fi")


def test_taken_back_it_is_the_own_staffs_alone(world: World, coordinator: Client) -> None:
    take_back(coordinator, world, "club", world.access("town").group)
    for act in ACTS:
        for code in ("fi", "sv"):
            assert not act(world.client("communicator"), world, "club", code), (act, code)
    assert edit(world.client("staff"), world, "club", "fi")
    assert edit(world.client("communicator"), world, "town", "fi")


def test_having_written_an_entry_gives_no_way_back_in(world: World, coordinator: Client) -> None:
    communicator = world.client("communicator")
    assert create(communicator, world, "club", "fi")
    written = world.organisation("club").get_children().get(title="Something new")
    address = reverse("wagtailadmin_pages:edit", args=[written.pk])
    assert communicator.get(address).status_code == 200
    take_back(coordinator, world, "club", world.access("town").group)
    assert communicator.get(address).status_code == 302


def test_entrusting_twice_and_taking_back_leaves_what_was(
    world: World, coordinator: Client
) -> None:
    group = world.access("town").group
    before = rights(group)
    entrust(coordinator, world, "parish", group)
    once = rights(group)
    entrust(coordinator, world, "parish", group)
    assert rights(group) == once != before
    take_back(coordinator, world, "parish", group)
    assert rights(group) == before


def test_nobody_is_taken_their_own_organisation(world: World, coordinator: Client) -> None:
    group = world.access("club").group
    before = rights(group)
    response = take_back(coordinator, world, "club", group)
    assert "group" in response.context["form"].errors
    assert rights(group) == before


def test_it_is_entrusted_to_organisations_only(world: World, coordinator: Client) -> None:
    group = Group.objects.get(name="Coordinators")
    before = rights(group)
    assert "group" in entrust(coordinator, world, "club", group).context["form"].errors
    assert rights(group) == before


@pytest.mark.parametrize("role", ["visitor", "staff", "communicator"])
def test_others_entrust_nothing(world: World, role: str) -> None:
    client = world.client(role)
    group = world.access("parish").group
    before = rights(group)
    address = reverse("entrust", args=[world.organisation("club").pk])
    assert client.get(address).status_code == 302
    entrust(client, world, "club", group)
    take_back(client, world, "club", world.access("town").group)
    assert rights(group) == before
    assert open_editor(world.client("communicator"), world, "club", "fi")


@pytest.mark.parametrize(("role", "offered"), [("coordinator", True), ("staff", False)])
def test_the_button_is_shown_to_those_who_may(world: World, role: str, offered: bool) -> None:
    page = world.organisation("club")
    html = world.client(role).get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()
    assert (reverse("entrust", args=[page.pk]) in html) == offered
