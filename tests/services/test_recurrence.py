"""Rules are read by the library, and wrong ones say so."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from services.models import ScheduleRule
from services.recurrence import RecurrenceError, check_rule, dates

pytestmark = pytest.mark.usefixtures("english")


def expand(rule: str, last: date | None = None) -> list[date]:
    return list(
        dates(rule, date(2026, 11, 4), last, since=date(2026, 11, 1), until=date(2026, 12, 31))
    )


def test_every_other_week() -> None:
    assert expand("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE")[:3] == [
        date(2026, 11, 4),
        date(2026, 11, 18),
        date(2026, 12, 2),
    ]


def test_the_first_wednesday_of_the_month() -> None:
    assert expand("FREQ=MONTHLY;BYDAY=1WE") == [date(2026, 11, 4), date(2026, 12, 2)]


def test_the_last_date_is_included_and_ends_the_series() -> None:
    assert expand("FREQ=WEEKLY;BYDAY=WE", date(2026, 11, 11)) == [
        date(2026, 11, 4),
        date(2026, 11, 11),
    ]


def test_no_rule_meets_once() -> None:
    assert expand("") == [date(2026, 11, 4)]


@pytest.mark.parametrize(
    "rule",
    [
        "every tuesday",
        "FREQ=SOMETIMES",
        "FREQ=WEEKLY;BYDAY=XX",
        ";",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=1,2",
    ],
)
def test_a_rule_that_cannot_be_read_says_so(rule: str) -> None:
    with pytest.raises(RecurrenceError, match="can't be read"):
        check_rule(rule)


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;COUNT=3", "FREQ=WEEKLY;UNTIL=20270101"])
def test_the_end_is_no_part_of_the_rule(rule: str) -> None:
    with pytest.raises(RecurrenceError, match="last meeting"):
        check_rule(rule)


def test_the_form_reports_the_rule_and_the_dates() -> None:
    rule = ScheduleRule(first_date=date(2026, 11, 4), rule="nonsense")
    with pytest.raises(ValidationError) as wrong:
        rule.clean()
    assert "rule" in wrong.value.error_dict
    rule = ScheduleRule(first_date=date(2026, 11, 4), last_date=date(2026, 11, 3), rule="")
    with pytest.raises(ValidationError) as wrong:
        rule.clean()
    assert "last_date" in wrong.value.error_dict
