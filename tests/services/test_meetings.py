"""Meetings: rows out of rules and changes, in wall time, shared by both languages."""

from datetime import date, datetime, time, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from services import clock
from services.actions.meetings import (
    add_meeting,
    cancel_meeting,
    move_meeting,
    rebuild_meetings,
    restore_meeting,
)
from services.fields import LocalizedText
from services.models import Meeting, MeetingChange, ScheduleRule
from tests.factories import Tree, add_rule, make_entry, make_second_language

pytestmark = pytest.mark.django_db

# The tests' clock stands on Tuesday 24 November 2026.
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def group(site: Tree) -> Any:
    entry = make_entry("peer_group", title="Vertaisryhmä")
    add_rule(entry, first=TUESDAY, rule="FREQ=WEEKLY;BYDAY=TU", last_date=date(2027, 1, 26))
    return entry


def meetings(entry: Any) -> list[Meeting]:
    return list(Meeting.objects.filter(translation_key=entry.translation_key))


def test_a_weekly_rule_becomes_rows(group: Any) -> None:
    rows = meetings(group)
    assert [row.local_date for row in rows[:3]] == [
        TUESDAY,
        TUESDAY + timedelta(weeks=1),
        TUESDAY + timedelta(weeks=2),
    ]
    assert rows[-1].local_date == date(2027, 1, 26)


def test_wall_time_stays_over_the_change_of_the_clock(site: Tree) -> None:
    entry = make_entry("peer_group")
    add_rule(
        entry, first=date(2027, 3, 23), rule="FREQ=WEEKLY;BYDAY=TU", last_date=date(2027, 4, 6)
    )
    local = [row.starts_at.astimezone(clock.LOCAL_ZONE) for row in meetings(entry)]
    assert {moment.time() for moment in local} == {time(17, 30)}
    assert [moment.utcoffset() for moment in local] == [
        timedelta(hours=2),
        timedelta(hours=3),
        timedelta(hours=3),
    ]


def test_both_languages_share_the_rows(group: Any) -> None:
    before = [row.pk for row in meetings(group)]
    make_second_language(group, "Kamratstöd", "sv")
    assert [row.pk for row in meetings(group)] == before


def test_an_unpublished_group_has_no_meetings(group: Any) -> None:
    type(group).objects.get(pk=group.pk).unpublish()
    assert meetings(group) == []


def test_a_meeting_place_meets_too(site: Tree) -> None:
    place = make_entry("meeting_place")
    add_rule(place, first=TUESDAY, rule="")
    assert [row.local_date for row in meetings(place)] == [TUESDAY]


def test_cancelling_touches_one_meeting_and_no_revision(group: Any) -> None:
    page = type(group).objects.get(pk=group.pk)
    page.summary = "Luonnos"
    page.save_revision()
    revisions = page.revisions.count()
    cancel_meeting(meeting=meetings(group)[0], reason=LocalizedText(sv="Ledaren är sjuk."))
    first, second, *_rest = meetings(group)
    assert first.cancelled
    assert first.reason.text("fi") == "Ledaren är sjuk."
    assert first.reason.language("fi") == "sv"
    assert not second.cancelled
    assert page.revisions.count() == revisions
    assert type(group).objects.get(pk=group.pk).has_unpublished_changes


def test_moving_the_whole_group_revives_no_cancelled_meeting(group: Any) -> None:
    cancel_meeting(meeting=meetings(group)[0], reason=LocalizedText())
    page = type(group).objects.get(pk=group.pk)
    rule = page.schedule_rules.get()
    rule.start_time = time(18, 0)
    page.schedule_rules.set([rule])
    page.save_revision().publish()
    first = meetings(group)[0]
    assert first.starts_at.astimezone(clock.LOCAL_ZONE).time() == time(18, 0)
    assert first.cancelled


def test_a_moved_meeting_keeps_its_length_and_can_be_restored(group: Any) -> None:
    first = meetings(group)[0]
    later = first.starts_at + timedelta(hours=1)
    move_meeting(meeting=first, new_start=later, reason=LocalizedText())
    moved = meetings(group)[0]
    assert moved.moved
    assert (moved.starts_at, moved.ends_at - moved.starts_at) == (later, timedelta(minutes=90))
    restore_meeting(meeting=moved)
    assert meetings(group)[0].starts_at == first.starts_at
    assert not MeetingChange.objects.exists()


def test_an_added_meeting_stands_beside_the_rule(group: Any) -> None:
    starts = datetime(2026, 11, 25, 10, tzinfo=clock.LOCAL_ZONE)
    add_meeting(
        translation_key=group.translation_key, starts_at=starts, minutes=60, reason=LocalizedText()
    )
    assert [row.local_date for row in meetings(group)][:2] == [TUESDAY, date(2026, 11, 25)]


def test_an_added_meeting_is_cancelled_shown_and_restored(group: Any) -> None:
    for hour in (10, 14):
        add_meeting(
            translation_key=group.translation_key,
            starts_at=datetime(2026, 11, 25, hour, tzinfo=clock.LOCAL_ZONE),
            minutes=60,
            reason=LocalizedText(),
        )
    morning, afternoon = meetings(group)[1:3]
    cancel_meeting(meeting=morning, reason=LocalizedText(fi="Sairaana"))
    morning, afternoon = meetings(group)[1:3]
    assert (morning.cancelled, morning.reason) == (True, {"fi": "Sairaana"})
    assert not afternoon.cancelled
    restore_meeting(meeting=morning)
    assert [row.cancelled for row in meetings(group)[1:3]] == [False, False]


def test_a_form_that_is_open_still_finds_its_meeting(group: Any) -> None:
    first, second, *_rest = meetings(group)
    cancel_meeting(meeting=first, reason=LocalizedText())
    assert [row.pk for row in meetings(group)[:2]] == [first.pk, second.pk]


def test_rebuilding_writes_nothing_when_nothing_changed(group: Any) -> None:
    before = [row.pk for row in meetings(group)]
    rebuild_meetings(group.translation_key)
    assert [row.pk for row in meetings(group)] == before


def test_the_nightly_command_moves_the_window_on(group: Any, settings: Any) -> None:
    settings.FAMILYCENTRE_NOW = "2026-12-20T03:00:00+02:00"
    call_command("rebuild_meetings", stdout=StringIO())
    assert meetings(group)[0].local_date == date(2026, 12, 15)


def test_a_rule_keeps_its_uid_through_publishing(group: Any) -> None:
    uid = ScheduleRule.objects.get(entry=group).uid
    type(group).objects.get(pk=group.pk).save_revision().publish()
    assert ScheduleRule.objects.get(entry=group).uid == uid
