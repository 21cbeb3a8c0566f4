"""A kept page ends when the clock changes what it says, so that "open now" is never stale."""

from datetime import timedelta
from typing import Any

import pytest

from services import clock, expiry
from services.models import EntryChannel
from tests.factories import TODAY, Tree, add_rule, make_entry
from tests.responses.conftest import Asking, SetClock

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
MORNING = "Tu 09:00-12:00"
TWO_DAYS = "Tu 00:00-24:00; We 00:00-20:00"


def words(page: Any) -> str:
    return " ".join(page.content.decode().split())


@pytest.mark.parametrize("path", ["", "/fi/apua-nyt/"])
def test_what_opens_and_closes_is_said_at_that_second(
    site: Tree, ask: Asking, set_clock: SetClock, path: str
) -> None:
    entry = make_entry("meeting_place", title="Kahvila", opening_hours="Tu 09:00-09:30")
    shown = []
    for now in ("08:30:00", "08:59:59", "09:00:00", "09:29:59", "09:30:00"):
        set_clock(now)
        page = ask(path or entry.url)
        shown.append((page.queries > 0, page["ETag"]))
    made, tags = zip(*shown, strict=True)
    assert made == (True, False, True, False, True)
    assert tags[0] == tags[1] != tags[2] == tags[3] != tags[4]


def test_a_meeting_leaves_when_it_is_over(site: Tree, ask: Asking, set_clock: SetClock) -> None:
    group = make_entry("peer_group", title="Isäryhmä")
    add_rule(group, first=TODAY, last_date=TODAY, minutes=60)
    set_clock("18:00:00")
    assert "Isäryhmä" in words(ask("/fi/viikko/"))
    set_clock("18:29:59")
    assert ask("/fi/viikko/").queries == 0
    set_clock("18:30:00")
    assert "Isäryhmä" not in words(ask("/fi/viikko/"))


def test_a_closing_time_is_named_on_its_last_day(
    site: Tree, ask: Asking, set_clock: SetClock
) -> None:
    number = EntryChannel(kind="phone", value="116 111", opening_hours=TWO_DAYS)
    entry = make_entry(channels=[number])
    set_clock("19:50:00")
    assert "klo 20" not in words(ask(entry.url))
    set_clock("20:00:00")
    assert "klo 20" in words(ask(entry.url))


def test_nothing_is_kept_past_midnight_or_an_hour(
    site: Tree, ask: Asking, set_clock: SetClock
) -> None:
    for before, still, then in (
        ("10:00:00", "10:59:59", "11:00:00"),
        ("23:30:00", "23:59:59", "2026-11-25T00:00:00"),
    ):
        set_clock(before)
        ask("/fi/")
        set_clock(still)
        assert ask("/fi/").queries == 0
        set_clock(then)
        assert ask("/fi/").queries > 0


def test_a_clock_that_was_set_back_shows_nothing_of_the_future(
    site: Tree, ask: Asking, set_clock: SetClock
) -> None:
    ask("/fi/")
    set_clock("09:59:59")
    assert ask("/fi/").queries > 0


@pytest.mark.parametrize(
    ("now", "seconds"), [("08:59:30", "1"), ("08:59:57", "1"), ("08:59:58", "0")]
)
def test_a_proxy_lets_go_before_the_moment(
    site: Tree, ask: Asking, set_clock: SetClock, now: str, seconds: str
) -> None:
    entry = make_entry("meeting_place", opening_hours=MORNING)
    set_clock(now)
    first = ask(entry.url)
    assert first["X-Accel-Expires"] == seconds
    known = ask(entry.url, if_none_match=first["ETag"])
    assert (known.status_code, known["X-Accel-Expires"]) == (304, seconds)


def test_midnight_comes_an_hour_later_in_the_autumn_night(
    set_clock: SetClock,
) -> None:
    set_clock("2026-10-25T00:00:00")
    with expiry.listening() as ends:
        assert ends.at - clock.now().timestamp() == timedelta(hours=25).total_seconds()
