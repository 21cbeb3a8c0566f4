"""Meeting times around today: weeks in the files are counted from the week of today."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from home.demo.keys import key_of
from home.demo.record import Record
from services.clock import LOCAL_ZONE
from services.models import MeetingChange, ScheduleRule
from services.recurrence import RecurrenceError, check_rule, dates

CHANGES = (MeetingChange.Change.CANCELLED, MeetingChange.Change.MOVED)


def schedule_rules(entry: Record, today: date) -> list[ScheduleRule]:
    """Return unsaved rules; their uids are the same on every load."""
    return [
        _rule(part, key_of("rules", entry.need("code", str), order), order, today)
        for order, part in enumerate(entry.parts("schedule"))
    ]


def put_changes(entry: Record, translation_key: UUID, today: date) -> None:
    """Cancel and move the single meetings that the file says; what staff changed stays."""
    rules = schedule_rules(entry, today)
    for part in entry.parts("changes"):
        position = part.need("schedule", int)
        if position >= len(rules):
            raise part.error("schedule", f"there is no schedule {position}")
        _put_change(part, rules[position], translation_key, today)


def _rule(part: Record, uid: UUID, order: int, today: date) -> ScheduleRule:
    rule = part.need("rule", str)
    since = _monday(today) + timedelta(weeks=part.need("start_week", int))
    until = since + timedelta(weeks=part.need("weeks", int), days=-1)
    try:
        check_rule(rule)
    except RecurrenceError as error:
        raise part.error("rule", str(error)) from error
    meetings = list(dates(rule, since, None, since=since, until=until))
    if not meetings:
        raise part.error("rule", "has no meeting in these weeks")
    return ScheduleRule(
        sort_order=order,
        uid=uid,
        rule=rule,
        first_date=meetings[0],
        last_date=meetings[-1],
        start_time=_time(part),
        minutes=part.need("minutes", int),
    )


def _put_change(part: Record, rule: ScheduleRule, translation_key: UUID, today: date) -> None:
    """Change the rule's first meeting from the given week on."""
    change, reason = part.code("change", CHANGES), part.texts("reason")
    moved = change == MeetingChange.Change.MOVED
    since = _monday(today) + timedelta(weeks=part.need("week", int))
    until = rule.last_date or rule.first_date
    day = next(dates(rule.rule, rule.first_date, until, since=since, until=until), None)
    rows = MeetingChange.objects.filter(translation_key=translation_key, rule_uid=rule.uid)
    # The same reason on another day is the file's change of an earlier load.
    earlier = [row.pk for row in rows if row.reason == reason and row.local_date != day]
    rows.filter(pk__in=earlier).delete()
    if day is None:
        return
    rows.update_or_create(
        translation_key=translation_key,
        rule_uid=rule.uid,
        local_date=day,
        defaults={
            "change": change,
            "reason": reason,
            "new_start": datetime.combine(day, _time(part), LOCAL_ZONE) if moved else None,
        },
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _time(part: Record) -> time:
    try:
        return time.fromisoformat(part.need("time", str))
    except ValueError as error:
        raise part.error("time", str(error)) from error
