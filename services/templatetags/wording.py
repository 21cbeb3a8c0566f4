"""States, days, times and numbers in words, for templates."""

from datetime import date, time

from django import template

from services import clock, hours, phones, wording
from services.hours import DayHours, OpenState

register = template.Library()

register.filter("clock_time", wording.clock_time)
register.filter("day_name", wording.day_name)
register.filter("short_moment", wording.short_moment)
register.filter("phone_number", phones.display)
register.filter("phone_link", phones.link)


@register.inclusion_tag("components/state.html")
def answer_state(state: OpenState | None) -> dict[str, object]:
    """Show whether somebody answers, as a word beside a sign."""
    return {"state": state, "words": wording.answer_state(state) if state else ""}


@register.inclusion_tag("components/state.html")
def place_state(state: OpenState | None) -> dict[str, object]:
    """Show whether a place is open, as a word beside a sign."""
    return {"state": state, "words": wording.place_state(state) if state else ""}


@register.filter
def state_of(opening_hours: str) -> OpenState | None:
    """Return the state of written hours at this moment."""
    return hours.open_state(opening_hours)


@register.filter
def week_of(opening_hours: str) -> list[DayHours]:
    """Return the coming seven days' hours."""
    return hours.week(opening_hours)


@register.filter
def is_today(day: date) -> bool:
    """Tell whether a day is today."""
    return day == clock.today()


@register.filter
def span(interval: tuple[time, time]) -> str:
    """Write an interval as "9–15.30"."""
    since, until = interval
    end = "24" if until == time() else wording.clock_time(until)
    return f"{wording.clock_time(since)}–{end}"
