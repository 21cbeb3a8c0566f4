"""Meetings: what the rules and the single changes come to, as rows both languages share."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from services import clock
from services.fields import LocalizedTextField


class MeetingChange(models.Model):
    """One meeting cancelled, moved or added, outside the page's revisions.

    Keyed by the local date, so that moving a rule from 17.30 to 18.00 revives nothing.
    An added meeting has no rule.
    """

    class Change(models.TextChoices):
        """What happens to the meeting."""

        CANCELLED = "cancelled", _("Cancelled")
        MOVED = "moved", _("Moved")
        ADDED = "added", _("Added")

    translation_key = models.UUIDField(db_index=True)
    rule_uid = models.UUIDField(null=True, blank=True)
    local_date = models.DateField(_("date"))
    change = models.CharField(_("change"), max_length=10, choices=Change.choices)
    new_start = models.DateTimeField(_("new time"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("length in minutes"), null=True, blank=True)
    reason = LocalizedTextField(_("reason"))

    class Meta:
        verbose_name = _("meeting change")
        constraints = [
            models.UniqueConstraint(
                fields=["translation_key", "rule_uid", "local_date"],
                condition=Q(rule_uid__isnull=False),
                name="one_change_per_meeting",
            ),
            models.CheckConstraint(
                condition=Q(change="cancelled") | Q(new_start__isnull=False),
                name="moved_and_added_meetings_have_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_change_display()} {self.local_date}"


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Questions about meetings."""

    def upcoming(self) -> Self:
        """Keep those that are not over yet, soonest first."""
        return self.filter(ends_at__gt=clock.now()).order_by("starts_at", "pk")

    def between(self, since: datetime, until: datetime) -> Self:
        """Keep those that begin in [since, until), soonest first."""
        return self.filter(starts_at__gte=since, starts_at__lt=until).order_by("starts_at", "pk")


class Meeting(models.Model):
    """One coming meeting of an entry. Derived: `services.actions.meetings` rebuilds these rows."""

    translation_key = models.UUIDField(db_index=True)
    rule_uid = models.UUIDField(null=True)
    local_date = models.DateField()
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    cancelled = models.BooleanField(default=False)
    moved = models.BooleanField(default=False)
    reason = LocalizedTextField()

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(fields=["translation_key", "starts_at"])]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.starts_at:%Y-%m-%d %H:%M}"
