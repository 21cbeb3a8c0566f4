"""Hours of the catalogue in the notation that the site reads."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ptv.hours import LONGEST, notation
from intake.ptv.records import Hours, Interval, RecordError
from intake.ptv.v11.hours import DAYS, hours
from services import clock
from services.fields.opening_hours import validate_opening_hours
from services.hours import open_state

MONDAY = date(2026, 11, 23)


def read(*rows: dict[str, Any]) -> str:
    return notation(hours({"serviceHours": list(rows)}))


def weekly(*openings: tuple[str, str, str, str], **fields: Any) -> dict[str, Any]:
    return _hours("DaysOfTheWeek", openings, fields)


def night(*openings: tuple[str, str, str, str]) -> dict[str, Any]:
    return _hours("OverMidnight", openings, {})


def _hours(kind: str, openings: Any, fields: dict[str, Any]) -> dict[str, Any]:
    keys = ("dayFrom", "dayTo", "from", "to")
    rows = [dict(zip(keys, opening, strict=True)) for opening in openings]
    return {"serviceHourType": kind, "openingHour": rows, **fields}


def exception(first: str, last: str | None = None, *times: str, **fields: Any) -> dict[str, Any]:
    openings = [("", "", times[0], times[1])] if times else []
    return _hours("Exceptional", openings, {"validFrom": first, "validTo": last, **fields})


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([weekly(("Monday", "Friday", "08:00", "16:00"))], "Mo-Fr 08:00-16:00"),
        (
            [weekly(("Tuesday", "", "12:00", "16:00"), ("Tuesday", "", "08:00", "12:00"))],
            "Tu 08:00-16:00",
        ),
        ([weekly()], "24/7"),
        ([weekly(isClosed=True)], "off"),
        ([night(("Friday", "Saturday", "20:00", "02:00"))], "Fr 20:00-02:00"),
        (
            [night(("Friday", "Sunday", "18:00", "20:00"))],
            "Fr 18:00-24:00; Sa 00:00-24:00; Su 00:00-20:00",
        ),
        ([weekly(("Sunday", "", "10:00", "23:59"))], "Su 10:00-24:00"),
        (
            [
                weekly(("Monday", "Friday", "09:00", "16:00")),
                weekly(
                    ("Monday", "Thursday", "10:00", "14:00"),
                    validFrom="2026-06-01T00:00:00",
                    validTo="2026-08-15T00:00:00",
                ),
            ],
            (
                "Mo-Fr 09:00-16:00; 2026 Jun 01-2026 Aug 15 off; "
                "2026 Jun 01-2026 Aug 15 Mo-Th 10:00-14:00"
            ),
        ),
        (
            [weekly(("Monday", "", "09:00", "16:00"), validFrom="2027-01-01T00:00:00")],
            "2027 Jan 01+ Mo 09:00-16:00",
        ),
        (
            [weekly(("Monday", "", "09:00", "16:00")), exception("2026-12-07", None)],
            "Mo 09:00-16:00; 2026 Dec 07 00:00-24:00",
        ),
        ([{"serviceHourType": "serviceHourType", "openingHour": [{"dayFrom": "x"}]}], ""),
        ([], ""),
    ],
)
def test_hours_are_written_as_people_would(rows: list[dict[str, Any]], expected: str) -> None:
    assert read(*rows) == expected
    if expected:
        validate_opening_hours(expected)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (weekly(("Monday", "", "nine", "10:00")), "“nine” is no time of day."),
        (weekly(("Someday", "", "09:00", "10:00")), "“Someday” is no day of the week."),
        (weekly(("Monday", "", "09:00", "10:00"), validTo="soon"), "“soon” is no date."),
        (night(("Friday", "", "20:00", "02:00")), "Hours over midnight lack their days."),
    ],
)
@pytest.mark.usefixtures("english")
def test_hours_that_are_broken_are_said(row: dict[str, Any], reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        read(row)


def test_a_night_goes_on_into_a_day_with_hours_of_its_own() -> None:
    text = read(
        weekly(("Saturday", "", "12:00", "18:00")), night(("Friday", "Saturday", "20:00", "02:00"))
    )
    assert text == "Fr 20:00-24:00; Sa 00:00-02:00,12:00-18:00"


def test_a_period_ends_and_an_exception_goes_before_it() -> None:
    text = read(
        weekly(("Monday", "Friday", "09:00", "16:00")),
        weekly(
            ("Monday", "Thursday", "10:00", "14:00"), validFrom="2026-06-01", validTo="2026-08-15"
        ),
        exception("2026-06-03", None, isClosed=True),
    )
    moments = {
        "2026-05-29T15:00": True,
        "2026-06-05T11:00": False,
        "2026-06-04T11:00": True,
        "2026-06-03T11:00": False,
        "2026-08-17T15:00": True,
    }
    for moment, is_open in moments.items():
        assert _is_open(text, datetime.fromisoformat(moment)) is is_open, moment


def test_too_many_exceptions_lose_the_oldest() -> None:
    days = [date(2026, 1, 1) + timedelta(days=3 * number) for number in range(60)]
    text = read(
        weekly(("Monday", "Friday", "09:00", "16:00")),
        *(exception(day.isoformat(), None, isClosed=True) for day in days),
    )
    assert len(text) <= LONGEST
    assert text.startswith("Mo-Fr 09:00-16:00; ")
    assert "2026 Jan 01" not in text
    assert text.endswith("2026 Jun 27 off")


TIMES = st.integers(0, 23 * 4 + 3).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")


@st.composite
def weeks(draw: st.DrawFn) -> list[Interval]:
    """A week of intervals that may touch, overlap and run over midnight."""
    found = []
    for _number in range(draw(st.integers(1, 8))):
        start, end = draw(TIMES), draw(TIMES)
        if start != end:
            found.append(Interval(draw(st.integers(0, 6)), start, end))
    return found


@given(week=weeks(), quarter=st.integers(0, 7 * 24 * 4 - 1))
def test_any_week_is_open_when_it_should(week: list[Interval], quarter: int) -> None:
    if not week:
        return
    text = notation([Hours(intervals=tuple(week))])
    validate_opening_hours(text)
    moment = datetime.combine(MONDAY, datetime.min.time()) + timedelta(minutes=15 * quarter + 1)
    assert _is_open(text, moment) is any(_covers(interval, moment) for interval in week)


def _covers(interval: Interval, moment: datetime) -> bool:
    for weeks_before in (0, 1):
        day = MONDAY + timedelta(days=interval.day - 7 * weeks_before)
        start = datetime.fromisoformat(f"{day} {interval.start}")
        end = datetime.fromisoformat(f"{day} {interval.end}")
        end += timedelta(days=1 if interval.end <= interval.start else 0)
        if start <= moment < end:
            return True
    return False


def _is_open(text: str, moment: datetime) -> bool:
    state = open_state(text, moment.replace(tzinfo=clock.LOCAL_ZONE))
    assert state is not None
    return state.is_open


def test_days_have_the_catalogues_names() -> None:
    assert DAYS[MONDAY.weekday()] == "Monday"
