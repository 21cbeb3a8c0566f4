"""Open now and this week, at Tuesday 24 November 2026, 10 o'clock."""

from datetime import date, time
from typing import Any

import pytest

from search.query import SearchQuery
from search.timely import open_now, this_week, timely_keys
from services.actions.meetings import cancel_meeting
from services.fields import LocalizedText
from services.models import EntryChannel, Meeting, OrganisationChannel
from tests.factories import Tree, add_rule, make_entry, make_organisation


def test_without_filters_of_time_everything_passes(site: Tree) -> None:
    assert timely_keys(SearchQuery()) is None


def test_this_week(site: Tree) -> None:
    soon, late, off = (make_entry("peer_group", title=title) for title in ("A", "B", "C"))
    add_rule(soon, first=date(2026, 11, 30))
    add_rule(late, first=date(2026, 12, 2))
    add_rule(off, first=date(2026, 11, 25))
    cancel_meeting(
        meeting=Meeting.objects.get(translation_key=off.translation_key), reason=LocalizedText()
    )
    assert this_week() == {soon.translation_key}


@pytest.mark.parametrize(
    ("hours", "is_open"), [("Tu 09:00-11:00", True), ("Tu 11:00-12:00", False)]
)
def test_open_doors_and_own_channels(site: Tree, hours: str, is_open: bool) -> None:
    door = make_entry(title="Ovi", opening_hours=hours)
    phone = make_entry(title="Puhelin")
    EntryChannel.objects.create(entry=phone, kind="phone", value="06 555 0101", opening_hours=hours)
    make_entry(title="Ei aikoja")
    assert open_now() == ({door.translation_key, phone.translation_key} if is_open else set())


def test_borrowed_channels_answer_for_those_who_borrow(site: Tree) -> None:
    organisation: Any = make_organisation()
    OrganisationChannel.objects.create(
        organisation=organisation, kind="phone", value="06 555 0101", opening_hours="24/7"
    )
    borrower = make_entry(organisation=organisation, title="A")
    make_entry(organisation=organisation, title="B", uses_organisation_channels=False)
    assert open_now() == {borrower.translation_key}


def test_a_meeting_that_is_on_is_open_and_both_filters_narrow(site: Tree) -> None:
    on, later = make_entry("peer_group", title="A"), make_entry("peer_group", title="B")
    add_rule(on, first=date(2026, 11, 24), start=time(9, 30))
    add_rule(later, first=date(2026, 11, 26))
    assert open_now() == {on.translation_key}
    assert timely_keys(SearchQuery(this_week=True)) == {on.translation_key, later.translation_key}
    assert timely_keys(SearchQuery(open_now=True, this_week=True)) == {on.translation_key}
