"""Opening and channel hours: weeks, exceptions, holidays, changes of the clock."""

from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError

from services.clock import LOCAL_ZONE
from services.fields.opening_hours import validate_opening_hours
from services.hours import day_hours, open_state, week

OFFICE = "Mo-Fr 09:00-15:00; We 09:00-18:00; PH off; 2026 Dec 23 off"

pytestmark = pytest.mark.usefixtures("english")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL_ZONE)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-24T10:00", True),
        ("2026-11-24T15:00", False),
        ("2026-11-25T17:59", True),
        ("2026-11-28T10:00", False),
        ("2027-01-06T10:00", False),  # Epiphany, a Wednesday
        ("2026-12-23T10:00", False),  # an exception by date
    ],
)
def test_open_now(moment: str, is_open: bool) -> None:
    state = open_state(OFFICE, at(moment))
    assert state is not None
    assert state.is_open is is_open


def test_it_says_when_it_changes() -> None:
    state = open_state(OFFICE, at("2026-11-24T10:00"))
    assert state is not None
    assert state.changes_at == at("2026-11-24T15:00")
    closed = open_state(OFFICE, at("2026-11-27T16:00"))
    assert closed is not None
    assert closed.changes_at == at("2026-11-30T09:00")


def test_always_never_changes() -> None:
    state = open_state("24/7", at("2026-11-24T03:00"))
    assert state is not None
    assert (state.is_open, state.always, state.changes_at) == (True, True, None)


@pytest.mark.parametrize("hours", ["Mo-Su 00:00-24:00", "24/7"])
def test_always_is_always_however_it_is_written(hours: str) -> None:
    state = open_state(hours, at("2026-11-24T03:00"))
    assert state is not None
    assert (state.is_open, state.always, state.changes_at) == (True, True, None)


def test_hours_that_have_ended_open_no_more() -> None:
    state = open_state("2025 Jan-Oct Mo-Fr 09:00-15:00", at("2026-11-24T10:00"))
    assert state is not None
    assert (state.is_open, state.always, state.changes_at) == (False, False, None)


def test_no_hours_no_state() -> None:
    assert open_state("") is None


def test_the_tests_clock_is_now() -> None:
    state = open_state(OFFICE)
    assert state is not None
    assert state.is_open


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25)])
def test_hours_are_wall_time_when_the_clock_changes(day: date) -> None:
    assert day_hours("Su 09:00-15:00", day).intervals == ((time(9), time(15)),)


def test_a_week_has_seven_days_and_their_intervals() -> None:
    days = week(OFFICE, date(2026, 11, 23))
    assert [len(day.intervals) for day in days] == [1, 1, 1, 1, 1, 0, 0]
    assert days[2].intervals == ((time(9), time(18)),)


def test_hours_that_cannot_be_read_are_refused() -> None:
    with pytest.raises(ValidationError, match="can't be read"):
        validate_opening_hours("ma-pe 9-15")
    validate_opening_hours(OFFICE)


def test_a_state_is_remembered_until_it_changes_and_no_longer() -> None:
    hours = "Mo-Fr 09:00-15:00"
    moments = [
        ("2026-11-24T10:00", True),
        ("2026-11-24T14:59", True),
        ("2026-11-24T15:00", False),
        ("2026-11-24T08:59", False),
        ("2026-11-25T09:00", True),
        ("2026-11-24T09:00", True),
        ("2026-11-28T12:00", False),
    ]
    for text, is_open in moments:
        state = open_state(hours, at(text))
        assert state is not None
        assert state.is_open is is_open, text
        assert state.changes_at is not None
        assert state.changes_at > at(text)
