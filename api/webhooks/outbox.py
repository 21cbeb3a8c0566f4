"""Writes down, in the transaction that changed an entry, who is to be told."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from api.webhooks.models import Delivery, Event, State, Subscription
from api.webhooks.tasks import wake
from services import clock


@transaction.atomic
def announce(keys: Collection[UUID], event: Event) -> None:
    """Prepare a message about each of these entries to each active subscriber.

    A message about the same entry that nobody has tried to send is made to say the newer thing.
    The update takes its lock: it isn't sent before this transaction's changes can be seen.
    """
    subscriptions = list(Subscription.objects.filter(active=True))
    if not subscriptions or not keys:
        return
    untried = Delivery.objects.untried().filter(translation_key__in=keys)
    untried.update(event=event, occurred_at=clock.now())
    waiting = set(untried.values_list("subscription_id", "translation_key"))
    new = [
        Delivery(subscription=subscription, translation_key=key, event=event)
        for subscription in subscriptions
        for key in sorted(keys)
        if (subscription.pk, key) not in waiting
    ]
    if new:
        Delivery.objects.bulk_create(new)
        transaction.on_commit(wake, robust=True)


def send_again(delivery: Delivery) -> None:
    """Start over with a message; its id stays, so that a receiver knows it again."""
    delivery.state, delivery.attempts, delivery.next_attempt_at = State.PENDING, 0, clock.now()
    delivery.save(update_fields=["state", "attempts", "next_attempt_at"])
    transaction.on_commit(wake, robust=True)
