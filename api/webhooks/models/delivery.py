"""A delivery: one message to one subscriber, and what became of it."""

import uuid
from typing import Self

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from api.webhooks.models.subscription import Subscription
from services import clock


class Event(models.TextChoices):
    """What a message is about."""

    CHANGED = "entry.changed", _("an entry has changed")
    DELETED = "entry.deleted", _("an entry is gone")
    TEST = "test", _("a test")


class State(models.TextChoices):
    """How far a message has come."""

    PENDING = "pending", _("on its way")
    DELIVERED = "delivered", _("delivered")
    FAILED = "failed", _("given up")


class Outcome(models.TextChoices):
    """What the last attempt led to."""

    RECEIVED = "received", _("It was received.")
    REFUSED = "refused", _("The answer was an error.")
    MOVED = "moved", _("The answer was a redirect. Give the webhook its new address.")
    GONE = "gone", _("The receiver wants no more messages, so the webhook was switched off.")
    SLOW = "slow", _("No answer came in time.")
    UNREACHABLE = "unreachable", _("There was no connection, or its certificate isn't valid.")
    NO_HOST = "no_host", _("There is no such address.")
    NOT_PUBLIC = "not_public", _("This address isn't public.")


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Questions about deliveries."""

    def due(self) -> Self:
        """Keep what is to be sent now, the longest waiting first."""
        pending = self.filter(
            state=State.PENDING, next_attempt_at__lte=clock.now(), subscription__active=True
        )
        return pending.order_by("next_attempt_at", "occurred_at")

    def untried(self) -> Self:
        """Keep what nobody has tried to send."""
        return self.filter(state=State.PENDING, attempts=0)

    def with_titles(self) -> Self:
        """Add the entries' titles, where they still have a page, as `title`."""
        pages = Page.objects.filter(translation_key=OuterRef("translation_key")).order_by("pk")
        return self.annotate(title=Subquery(pages.values("title")[:1]))


class Delivery(models.Model):
    """One message. Its id stays the same however often it is sent.

    `next_attempt_at` is also the claim of who is sending it: until that moment nobody else does.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    subscription = models.ForeignKey(
        Subscription, on_delete=models.CASCADE, related_name="deliveries", verbose_name=_("webhook")
    )
    translation_key = models.UUIDField(_("entry"), null=True)
    event = models.CharField(_("event"), max_length=20, choices=Event.choices)
    occurred_at = models.DateTimeField(_("when"), default=clock.now, db_index=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.PENDING
    )
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"), default=clock.now)
    outcome = models.CharField(
        _("last attempt"), max_length=20, choices=Outcome.choices, blank=True
    )
    status = models.PositiveSmallIntegerField(_("status code"), null=True)
    delivered_at = models.DateTimeField(_("delivered at"), null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook message")
        verbose_name_plural = _("webhook messages")
        ordering = ["-occurred_at"]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="webhooks_due")]

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.subscription}"
