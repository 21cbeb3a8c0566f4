"""Days and times as people write them in Finnish and in Swedish."""

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_time

from embed import clock
from embed.texts import Texts

A_DAY = timedelta(days=1)


def clock_time(moment: datetime) -> str:
    """Return a time: "15", "9.30"."""
    pattern = "H.mm" if moment.minute else "H"
    return format_time(moment, pattern, tzinfo=clock.ZONE, locale="fi")


def day_name(day: date, texts: Texts) -> str:
    """Return a day: "Tänään, tiistai 24. marraskuuta", "Onsdag 25 november"."""
    named = format_date(day, texts("day_pattern"), locale=texts.language)
    away = day - clock.now().date()
    if away <= A_DAY:
        return texts("today_day" if not away else "tomorrow_day", day=named)
    return named[:1].upper() + named[1:]


def short_day(day: date, texts: Texts) -> str:
    """Return a day in short: "ti 24.11."."""
    return format_date(day, "ccc d.M.", locale=texts.language)


def moment(at: datetime, texts: Texts) -> str:
    """Return a coming moment: "tänään klo 9.30", "ti 1.12. klo 18"."""
    away = at.date() - clock.now().date()
    if not away:
        return texts("today_at", time=clock_time(at))
    if away == A_DAY:
        return texts("tomorrow_at", time=clock_time(at))
    return texts("day_at", day=short_day(at.date(), texts), time=clock_time(at))


def age(checked_at: datetime, texts: Texts) -> str:
    """Return when something was last known to hold: "klo 14.05", "23.11. klo 14.05"."""
    time = format_time(checked_at, "H.mm", tzinfo=clock.ZONE, locale="fi")
    # By real time: a fixed clock would call every answer old, or none.
    if checked_at.date() == datetime.now(clock.ZONE).date():
        return texts("at", time=time)
    return texts("day_at", day=f"{checked_at.day}.{checked_at.month}.", time=time)
