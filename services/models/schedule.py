"""When a group meets: the rule, which stands in the page's revision."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from services.page_api import plain
from services.recurrence import RecurrenceError, check_rule


class ScheduleRule(Orderable):
    """First meeting, length and an RFC 5545 rule, all in local wall time.

    `uid` outlives the row: children get new ids on every publish, so meeting changes point here.
    """

    entry = ParentalKey("services.Entry", on_delete=models.CASCADE, related_name="schedule_rules")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    first_date = models.DateField(_("first meeting"))
    start_time = models.TimeField(_("starts at"))
    minutes = models.PositiveSmallIntegerField(_("length in minutes"), default=90)
    rule = models.CharField(
        _("repeats"),
        max_length=200,
        blank=True,
        help_text=_(
            "Empty: meets once. Otherwise an RFC 5545 rule, such as FREQ=WEEKLY;BYDAY=TU for "
            "every Tuesday or FREQ=MONTHLY;BYDAY=1WE for the first Wednesday of each month."
        ),
    )
    last_date = models.DateField(_("last meeting at the latest"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("first_date"), FieldPanel("start_time"), FieldPanel("minutes")]),
        FieldRowPanel([FieldPanel("rule"), FieldPanel("last_date")]),
    ]

    api_fields = plain("uid", "first_date", "start_time", "minutes", "rule", "last_date")

    class Meta(Orderable.Meta):
        verbose_name = _("meeting time")
        verbose_name_plural = _("meeting times")

    def __str__(self) -> str:
        return f"{self.first_date} {self.start_time} {self.rule}".strip()

    def clean(self) -> None:
        """Check the rule and the order of the dates."""
        super().clean()
        try:
            check_rule(self.rule)
        except RecurrenceError as error:
            raise ValidationError({"rule": str(error)}) from error
        if self.last_date and self.first_date and self.last_date < self.first_date:
            raise ValidationError({"last_date": _("The last meeting is before the first one.")})
        if not self.minutes:
            raise ValidationError({"minutes": _("A meeting lasts at least a minute.")})
