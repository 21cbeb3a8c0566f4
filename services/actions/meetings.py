"""Meetings: rebuilt from rules and changes; one meeting cancelled, moved, added, restored."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from django.db import connection, models, transaction

from services import clock
from services.fields import LocalizedText
from services.models.entry import Entry
from services.models.meeting import Meeting, MeetingChange
from services.models.schedule import ScheduleRule
from services.notify import keys_changed
from services.recurrence import dates

# How far the rows reach: far enough for calendars, near enough to rebuild in a moment.
DAYS_BACK = 7
DAYS_AHEAD = 200
# The number of the lock that rebuilding takes; no other lock of this site has one.
MEETINGS_LOCK = 8_011_201


def with_meetings(keys: Collection[UUID]) -> set[UUID]:
    """Return those entries that have meetings, or something that meetings come from."""
    rules = ScheduleRule.objects.filter(entry__translation_key__in=keys)
    return {
        *rules.values_list("entry__translation_key", flat=True),
        *MeetingChange.objects.filter(translation_key__in=keys).values_list(
            "translation_key", flat=True
        ),
        *Meeting.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True),
    }


@transaction.atomic
def rebuild_meetings(translation_key: UUID) -> None:
    """Make an entry's meeting rows equal to its live rules and changes; no rows when not live.

    Rows keep their ids, so that a form that is open on one of them still finds it.
    """
    _take_turns()
    entry = _fact_page(translation_key)
    wanted = {_identity(row): row for row in _meetings(entry)} if entry else {}
    existing = {
        _identity(row): row for row in Meeting.objects.filter(translation_key=translation_key)
    }
    gone = [row.pk for identity, row in existing.items() if identity not in wanted]
    if gone:
        Meeting.objects.filter(pk__in=gone).delete()
    changed = []
    for identity in wanted.keys() & existing.keys():
        row, before = wanted[identity], existing[identity]
        row.pk = before.pk
        if _values(row) != _values(before):
            changed.append(row)
    Meeting.objects.bulk_update(changed, ["starts_at", "ends_at", "cancelled", "moved", "reason"])
    Meeting.objects.bulk_create(row for row in wanted.values() if row.pk is None)


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, reason: LocalizedText) -> None:
    """Cancel one meeting; publishes nothing else."""
    _change(meeting, change=MeetingChange.Change.CANCELLED, reason=reason)


@transaction.atomic
def move_meeting(*, meeting: Meeting, new_start: datetime, reason: LocalizedText) -> None:
    """Move one meeting to another time, of the same length."""
    minutes = int((meeting.ends_at - meeting.starts_at).total_seconds() // 60)
    _change(
        meeting,
        change=MeetingChange.Change.MOVED,
        reason=reason,
        new_start=new_start,
        minutes=minutes,
    )


@transaction.atomic
def add_meeting(
    *, translation_key: UUID, starts_at: datetime, minutes: int, reason: LocalizedText
) -> None:
    """Add one meeting beside the rule."""
    MeetingChange.objects.create(
        translation_key=translation_key,
        local_date=starts_at.astimezone(clock.LOCAL_ZONE).date(),
        change=MeetingChange.Change.ADDED,
        new_start=starts_at,
        minutes=minutes,
        reason=reason,
    )
    keys_changed([translation_key])


@transaction.atomic
def restore_meeting(*, meeting: Meeting) -> None:
    """Undo what was changed about one meeting; an added one takes place again."""
    if meeting.rule_uid is None:
        _added(meeting).update(change=MeetingChange.Change.ADDED, reason=LocalizedText())
    else:
        MeetingChange.objects.filter(
            translation_key=meeting.translation_key,
            rule_uid=meeting.rule_uid,
            local_date=meeting.local_date,
        ).delete()
    keys_changed([meeting.translation_key])


def _change(meeting: Meeting, *, change: str, reason: LocalizedText, **time: Any) -> None:
    if meeting.rule_uid is None:
        # An added meeting is its own change: moving it moves that, cancelling it keeps its time.
        moved = change == MeetingChange.Change.MOVED
        kind = MeetingChange.Change.ADDED if moved else change
        _added(meeting).update(change=kind, reason=reason, **time)
    else:
        MeetingChange.objects.update_or_create(
            translation_key=meeting.translation_key,
            rule_uid=meeting.rule_uid,
            local_date=meeting.local_date,
            defaults={
                "change": change,
                "reason": reason,
                "new_start": None,
                "minutes": None,
                **time,
            },
        )
    keys_changed([meeting.translation_key])


def _added(meeting: Meeting) -> models.QuerySet[MeetingChange]:
    return MeetingChange.objects.filter(
        translation_key=meeting.translation_key, rule_uid=None, new_start=meeting.starts_at
    )


def _take_turns() -> None:
    """Let one transaction at a time rebuild: two that read before writing would double rows.

    SQLite's writers take turns anyway.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [MEETINGS_LOCK])


def _identity(meeting: Meeting) -> tuple[object, ...]:
    """What makes a meeting the same one: its rule and day, or for an added one its time."""
    return (
        meeting.rule_uid,
        meeting.local_date,
        None if meeting.rule_uid else meeting.starts_at,
    )


def _fact_page(translation_key: UUID) -> Entry | None:
    """Return a live page of the entry; the facts are the same on each of them."""
    live = Entry.objects.with_key(translation_key).filter(live=True)
    return cast("Entry | None", live.order_by("pk").first())


def _meetings(entry: Entry) -> Iterator[Meeting]:
    changes = list(MeetingChange.objects.filter(translation_key=entry.translation_key))
    by_meeting = {(row.rule_uid, row.local_date): row for row in changes if row.rule_uid}
    found = [
        _meeting(entry.translation_key, rule, day, by_meeting.get((rule.uid, day)))
        for rule in ScheduleRule.objects.filter(entry=entry)
        for day in _rule_dates(rule)
    ]
    added = [row for row in changes if row.rule_uid is None]
    found += _added_meetings(entry.translation_key, added)
    return iter(sorted(found, key=lambda row: (row.starts_at, str(row.rule_uid))))


def _rule_dates(rule: ScheduleRule) -> Iterator[date]:
    since = clock.today() - timedelta(days=DAYS_BACK)
    until = clock.today() + timedelta(days=DAYS_AHEAD)
    return dates(rule.rule, rule.first_date, rule.last_date, since=since, until=until)


def _meeting(key: UUID, rule: ScheduleRule, day: date, change: MeetingChange | None) -> Meeting:
    starts_at = _local(day, rule.start_time)
    minutes = rule.minutes
    moved = bool(change and change.change == MeetingChange.Change.MOVED)
    if change and change.new_start:
        starts_at, minutes = change.new_start, change.minutes or minutes
    return Meeting(
        translation_key=key,
        rule_uid=rule.uid,
        local_date=day,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=minutes),
        cancelled=bool(change and change.change == MeetingChange.Change.CANCELLED),
        moved=moved,
        reason=change.reason if change else LocalizedText(),
    )


def _added_meetings(key: UUID, changes: Iterable[MeetingChange]) -> list[Meeting]:
    return [
        Meeting(
            translation_key=key,
            rule_uid=None,
            local_date=change.local_date,
            starts_at=change.new_start,
            ends_at=change.new_start + timedelta(minutes=change.minutes or 60),
            cancelled=change.change == MeetingChange.Change.CANCELLED,
            reason=change.reason,
        )
        for change in changes
        if change.new_start
    ]


def _local(day: date, at: time) -> datetime:
    """Attach the zone to wall time; an hour that doesn't exist moves on by the library's rule."""
    return datetime.combine(day, at, clock.LOCAL_ZONE)


def _values(meeting: Meeting) -> tuple[object, ...]:
    return (
        meeting.rule_uid,
        meeting.local_date,
        meeting.starts_at,
        meeting.ends_at,
        meeting.cancelled,
        meeting.moved,
        dict(meeting.reason),
    )
