"""The list of coming meetings, and cancelling one of them: at once, and nothing else."""

from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from services.models import Meeting
from services.models.meeting import MeetingChange
from tests.permissions.world import World, post

pytestmark = pytest.mark.django_db


def listed(client: Client) -> list[UUID]:
    rows = client.get(reverse("meetings")).context["rows"]
    return [meeting.translation_key for meeting, _entry in rows]


def first(world: World, name: str) -> Meeting:
    found: Meeting = world.meetings(name).earliest("starts_at")
    return found


def cancel(client: Client, meeting: Meeting, **reasons: str) -> Any:
    return post(client, reverse("cancel_meeting", args=[meeting.pk]), reasons)


def restore(client: Client, meeting: Meeting) -> Any:
    return post(client, reverse("restore_meeting", args=[meeting.pk]))


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("staff", ["club"]),
        ("communicator", ["club", "town"]),
        ("coordinator", ["club", "town", "parish"]),
        ("administrator", ["club", "town", "parish"]),
    ],
)
def test_only_ones_own_groups_meetings_are_listed(
    world: World, role: str, names: list[str]
) -> None:
    keys = listed(world.client(role))
    assert set(keys) == {world.keys[f"{name} group"] for name in names}
    assert len(keys) == 3 * len(names)


def test_a_visitor_is_sent_to_the_login(world: World, client: Client) -> None:
    for address in ("meetings", "cancel_meeting", "restore_meeting"):
        args = [] if address == "meetings" else [first(world, "club").pk]
        response = client.get(reverse(address, args=args))
        assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_meetings_that_are_over_are_not_listed(world: World, staff: Client, settings: Any) -> None:
    settings.FAMILYCENTRE_NOW = "2026-11-25T10:00:00+02:00"
    assert len(listed(staff)) == 2


def test_cancelling_shows_at_once_and_changes_no_page(world: World, staff: Client) -> None:
    draft = world.group("club")
    draft.summary = "Not finished yet"
    draft.save_revision()
    revisions = list(Revision.objects.order_by("pk").values_list("pk", flat=True))
    meeting = first(world, "club")

    response = cancel(staff, meeting, reason_fi="Ohjaaja on kipeä", reason_sv="Ledaren är sjuk")

    assert response["Location"] == reverse("meetings")
    assert first(world, "club").cancelled
    assert world.meetings("club").filter(cancelled=False).count() == 2
    assert list(Revision.objects.order_by("pk").values_list("pk", flat=True)) == revisions
    page = world.group("club")
    assert page.has_unpublished_changes
    assert page.get_latest_revision_as_object().summary == "Not finished yet"
    assert page.summary != "Not finished yet"


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ({"reason_fi": "Flunssa", "reason_sv": "Influensa"}, {"fi": "Flunssa", "sv": "Influensa"}),
        ({"reason_fi": "", "reason_sv": "Influensa"}, {"sv": "Influensa"}),
        ({}, {}),
    ],
)
def test_the_reason_is_kept_in_each_language(
    world: World, staff: Client, sent: dict[str, str], kept: dict[str, str]
) -> None:
    cancel(staff, first(world, "club"), **sent)
    assert first(world, "club").reason == kept
    assert MeetingChange.objects.get(translation_key=world.keys["club group"]).reason == kept


def test_the_other_meetings_and_groups_take_place(world: World, staff: Client) -> None:
    cancel(staff, first(world, "club"))
    assert Meeting.objects.filter(cancelled=True).count() == 1


def test_a_cancelled_meeting_can_be_restored(world: World, staff: Client) -> None:
    cancel(staff, first(world, "club"), reason_fi="Flunssa")
    restore(staff, first(world, "club"))
    meeting = first(world, "club")
    assert not meeting.cancelled
    assert meeting.reason == {}
    assert not MeetingChange.objects.exists()


def test_cancelled_stays_cancelled_when_the_group_is_published(world: World, staff: Client) -> None:
    cancel(staff, first(world, "club"))
    page = world.group("club")
    page.summary = "Published later"
    page.save_revision().publish()
    assert first(world, "club").cancelled


@pytest.mark.parametrize("name", ["town", "parish"])
def test_foreign_meetings_are_neither_cancelled_nor_restored(
    world: World, staff: Client, name: str
) -> None:
    cancel(staff, first(world, name))
    assert not first(world, name).cancelled
    cancel(world.client("coordinator"), first(world, name))
    restore(staff, first(world, name))
    assert first(world, name).cancelled
    page = reverse("cancel_meeting", args=[first(world, name).pk])
    assert staff.get(page).status_code == 302


def test_looking_changes_nothing(world: World, staff: Client) -> None:
    meeting = first(world, "club")
    assert staff.get(reverse("cancel_meeting", args=[meeting.pk])).status_code == 200
    assert staff.get(reverse("restore_meeting", args=[meeting.pk])).status_code == 405
    assert not first(world, "club").cancelled


def test_a_reason_that_is_too_long_is_asked_again(world: World, staff: Client) -> None:
    response = cancel(staff, first(world, "club"), reason_fi="x" * 201)
    assert response.context["form"].errors
    assert not first(world, "club").cancelled


def test_a_meeting_that_is_gone_is_not_found(world: World, staff: Client) -> None:
    meeting = first(world, "club")
    meeting.pk += 10_000
    assert cancel(staff, meeting).status_code == 404
