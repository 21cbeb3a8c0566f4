"""What is searched for, day by day: texts and numbers, and nothing of who searched."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery, Sum
from django.utils.translation import gettext_lazy as _

LONGEST = 80  # characters


class SearchCountQuerySet(models.QuerySet["SearchCount"]):
    """Questions about counts."""

    def rare(self, fewer_than: int) -> Self:
        """Keep texts that were asked so few times in all."""
        same = SearchCount.objects.filter(language=OuterRef("language"), text=OuterRef("text"))
        times = same.order_by().values("text").annotate(times=Sum("asked")).values("times")
        return self.alias(in_all=Subquery(times)).filter(in_all__lt=fewer_than)

    def since(self, day: date) -> Self:
        """Keep a day and those after it."""
        return self.filter(day__gte=day)


class SearchCount(models.Model):
    """A text that was searched for on a day, and what came of it.

    `unanswered` of the times that it was asked nothing was found; `opened` times a visitor opened
    a result. Only texts that tell of nobody are here (`search.learning.privacy`).
    """

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(_("text"), max_length=LONGEST)
    asked = models.PositiveIntegerField(_("times asked"), default=0)
    unanswered = models.PositiveIntegerField(_("times nothing was found"), default=0)
    opened = models.PositiveIntegerField(_("times a result was opened"), default=0)

    objects = SearchCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("searched text")
        verbose_name_plural = _("searched texts")
        constraints = [
            models.UniqueConstraint(fields=["language", "text", "day"], name="one_count_a_day")
        ]
        indexes = [models.Index(fields=["day"], name="search_count_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.language} {self.text}"


class DismissedText(models.Model):
    """A text that coordinators need not look at: what is asked for isn't this site's."""

    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(_("text"), max_length=LONGEST)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "text"], name="dismissed_once")]

    def __str__(self) -> str:
        return f"{self.language} {self.text}"
