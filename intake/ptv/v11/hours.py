"""Service hours: the week, nights and weekends that run over midnight, exceptions by date."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from intake.ptv.records import Hours, Interval, RecordError
from intake.ptv.v11.reading import Raw, rows, text
from services import clock

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKLY = {"DaysOfTheWeek", "Standard"}
OVER_MIDNIGHT = {"OverMidnight", "Special"}
EXCEPTIONAL = {"Exceptional", "Exception"}
MIDNIGHT, END_OF_DAY = "00:00", "24:00"


def hours(raw: Raw) -> tuple[Hours, ...]:
    """Read the hours of a channel; rows of no known type are samples."""
    known = WEEKLY | OVER_MIDNIGHT | EXCEPTIONAL
    found = [row for row in rows(raw, "serviceHours") if row.get("serviceHourType") in known]
    return tuple(_hours(row, str(row["serviceHourType"])) for row in found)


def _hours(row: Raw, kind: str) -> Hours:
    spans = [_span(opening) for opening in rows(row, "openingHour")]
    read = _night if kind in OVER_MIDNIGHT else _days
    intervals = [interval for span in spans for interval in read(*span)]
    first, last = _date(row, "validFrom"), _date(row, "validTo")
    exceptional = kind in EXCEPTIONAL
    return Hours(
        exceptional=exceptional,
        closed=bool(row.get("isClosed")),
        valid_from=first,
        valid_to=(last or first) if exceptional else last,
        intervals=tuple(intervals),
    )


def _span(row: Raw) -> tuple[int | None, int | None, str, str]:
    start, end = _time(row, "from"), _time(row, "to")
    return _day(row, "dayFrom"), _day(row, "dayTo"), start, _closing(end)


def _days(first: int | None, last: int | None, start: str, end: str) -> list[Interval]:
    """From Monday to Friday: the same hours every day. An exception may leave the days out."""
    if first is None:
        return [Interval(0, start, end)]
    length = (last - first) % 7 if last is not None else 0
    return [Interval((first + step) % 7, start, end) for step in range(length + 1)]


def _night(first: int | None, last: int | None, start: str, end: str) -> list[Interval]:
    """From Friday 18 to Sunday 20: one stretch."""
    if first is None or last is None:
        raise RecordError(_("Hours over midnight lack their days."))
    length = (last - first) % 7
    if length == 0 and end <= start:
        length = 7
    if (length <= 1 and end <= start) or length == 0:
        return [Interval(first, start, end)]
    between = [Interval((first + step) % 7, MIDNIGHT, END_OF_DAY) for step in range(1, length)]
    return [Interval(first, start, END_OF_DAY), *between, Interval(last, MIDNIGHT, end)]


def _closing(end: str) -> str:
    return END_OF_DAY if end in {MIDNIGHT, "23:59"} else end


def _day(row: Raw, key: str) -> int | None:
    name = text(row, key)
    if not name:
        return None
    if name not in DAYS:
        raise RecordError(_("“%(value)s” is no day of the week.") % {"value": name})
    return DAYS.index(name)


def _time(row: Raw, key: str) -> str:
    value = text(row, key)
    try:
        return datetime.strptime(value[:5], "%H:%M").strftime("%H:%M")  # noqa: DTZ007
    except ValueError as error:
        raise RecordError(_("“%(value)s” is no time of day.") % {"value": value}) from error


def _date(row: Raw, key: str) -> date | None:
    value = text(row, key)
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise RecordError(_("“%(value)s” is no date.") % {"value": value}) from error
    # Midnight in Finland may be written as ten in the evening before, in UTC.
    return moment.astimezone(clock.LOCAL_ZONE).date() if moment.tzinfo else moment.date()
