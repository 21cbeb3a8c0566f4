"""Recurring dates by RFC 5545 rules, in wall time, so that 17.30 stays 17.30 all year."""

from collections.abc import Iterator
from datetime import date, datetime, time

from dateutil.rrule import rrulestr
from django.utils.translation import gettext as _

FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}


class RecurrenceError(ValueError):
    """A rule that can't be read; the message is for the editor."""


def check_rule(rule: str) -> None:
    """Raise RecurrenceError where a rule is no RFC 5545 rule, or sets an end of its own."""
    pairs = [part.partition("=") for part in rule.upper().split(";")] if rule else []
    parts = {name.strip(): value.strip() for name, _equals, value in pairs}
    if parts.keys() & {"UNTIL", "COUNT", "DTSTART"}:
        raise RecurrenceError(_("Give the end as the date of the last meeting, not in the rule."))
    unreadable = _("This rule can't be read: “%s”.") % rule
    # Times of day stand in their own field; an interval of nothing would never end.
    if rule and parts.get("FREQ") not in FREQUENCIES:
        raise RecurrenceError(unreadable)
    if parts.keys() & {"BYHOUR", "BYMINUTE", "BYSECOND"} or parts.get("INTERVAL") == "0":
        raise RecurrenceError(unreadable)
    try:
        list(dates(rule, date(2000, 1, 3), None, since=date(2000, 1, 3), until=date(2000, 1, 4)))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise RecurrenceError(unreadable) from error


def dates(rule: str, first: date, last: date | None, *, since: date, until: date) -> Iterator[date]:
    """Yield a rule's dates from `first` on that fall in [since, until]."""
    end = min(until, last) if last else until
    if not rule:
        if since <= first <= end:
            yield first
        return
    start = datetime.combine(first, time())
    recurrence = rrulestr(rule, dtstart=start, cache=False)
    for moment in recurrence.between(
        datetime.combine(since, time()), datetime.combine(end, time()), inc=True
    ):
        yield moment.date()
