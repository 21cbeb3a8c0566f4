"""From the catalogue's hours to the notation of `services.hours`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from intake.ptv.records import Hours, Interval
from services.models.channel import Channel

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# The room that a page has for hours.
LONGEST: int = Channel._meta.get_field("opening_hours").max_length or 0
ALL_DAY = "00:00-24:00"
SEPARATOR = "; "
# A period's first and last day; None is open-ended.
Period = tuple[date | None, date | None]


def notation(hours: Sequence[Hours]) -> str:
    """Return hours in OpenStreetMap's notation; "" where none are given.

    Later rules outdo earlier ones: the usual week, periods of the year, then exceptions. Where
    there are more than a page has room for, the oldest exceptions are left out.
    """
    weekly = list(_weekly([row for row in hours if not row.exceptional]))
    exceptional = sorted(
        (row for row in hours if row.exceptional and row.valid_from),
        key=lambda row: (row.valid_from or date.min, not row.closed),
    )
    exceptions = list(_exceptions(exceptional))
    while exceptions and len(SEPARATOR.join(weekly + exceptions)) > LONGEST:
        exceptions.pop(0)
    found = SEPARATOR.join(weekly + exceptions)
    return found if len(found) <= LONGEST else ""


def _weekly(hours: Iterable[Hours]) -> Iterator[str]:
    periods: dict[Period, list[Hours]] = defaultdict(list)
    for row in hours:
        periods[row.valid_from, row.valid_to].append(row)
    # The longest first: a summer's hours stand inside the year's.
    for period in sorted(periods, key=_breadth):
        dates = _dates(period)
        if dates and len(periods) > 1:
            yield f"{dates} off"
        yield from (f"{dates} {rule}".strip() for rule in _week(periods[period], bool(dates)))


def _week(hours: Sequence[Hours], is_dated: bool) -> list[str]:  # noqa: FBT001
    if any(row.closed for row in hours):
        return ["off"]
    if any(not row.intervals for row in hours):
        return [ALL_DAY if is_dated else "24/7"]
    of_day: dict[int, list[Interval]] = defaultdict(list)
    for interval in _kept_over_midnight([each for row in hours for each in row.intervals]):
        of_day[interval.day].append(interval)
    texts = [(day, _times(of_day[day])) for day in sorted(of_day)]
    return [f"{_day_range(run)} {run[0][1]}" for run in _runs(texts)]


def _kept_over_midnight(intervals: Sequence[Interval]) -> Iterator[Interval]:
    """Cut nights in two where the next day has hours: its rule would end them at midnight."""
    days = {interval.day for interval in intervals}
    for interval in intervals:
        tomorrow = (interval.day + 1) % len(DAYS)
        if _is_night(interval) and tomorrow in days:
            yield Interval(interval.day, interval.start, "24:00")
            if interval.end != "00:00":
                yield Interval(tomorrow, "00:00", interval.end)
        else:
            yield interval


def _runs(texts: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Join days that follow each other and have the same times."""
    numbered = enumerate(texts)
    for _key, run in groupby(numbered, lambda item: (item[1][0] - item[0], item[1][1])):
        yield [text for _number, text in run]


def _day_range(run: Sequence[tuple[int, str]]) -> str:
    first, last = run[0][0], run[-1][0]
    return DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"


def _times(intervals: Iterable[Interval]) -> str:
    """Write a day's intervals in order, joining those that touch or overlap."""
    joined: list[tuple[str, str]] = []
    for start, end in sorted({(row.start, _reach(row)) for row in intervals}):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return ",".join(f"{start}-{_by_the_clock(start, end)}" for start, end in joined)


def _reach(interval: Interval) -> str:
    """Return an end that compares: "26:00" for two o'clock in the next morning."""
    return _shifted(interval.end, 24) if _is_night(interval) else interval.end


def _by_the_clock(start: str, end: str) -> str:
    """Return the next morning's end as a clock shows it, unless that would mean the same day."""
    morning = _shifted(end, -24)
    return morning if end > "24:00" and morning <= start else end


def _shifted(time: str, hours: int) -> str:
    return f"{int(time[:2]) + hours:02}{time[2:]}"


def _is_night(interval: Interval) -> bool:
    return interval.end <= interval.start


def _exceptions(hours: Iterable[Hours]) -> Iterator[str]:
    for period, rows in groupby(hours, lambda row: (row.valid_from, row.valid_to)):
        several = list(rows)
        intervals = [interval for row in several for interval in row.intervals]
        if any(row.closed for row in several):
            yield f"{_dates(period)} off"
        else:
            yield f"{_dates(period)} {_times(intervals) if intervals else ALL_DAY}"


def _dates(period: Period) -> str:
    first, last = period
    if first is None and last is None:
        return ""
    if last is None:
        return f"{_date(first)}+"
    if first == last:
        return _date(last)
    return f"{_date(first or date(1900, 1, 1))}-{_date(last)}"


def _date(day: date | None) -> str:
    return f"{day.year} {MONTHS[day.month - 1]} {day.day:02}" if day else ""


def _breadth(period: Period) -> tuple[int, date]:
    first, last = period
    days = ((last or date.max) - (first or date.min)).days
    return -days, first or date.min
