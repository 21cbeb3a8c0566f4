"""Sends what is due, by any number of workers, and decides when to try again."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Final

from api.webhooks import messages
from api.webhooks.models import Delivery, Event, Outcome, State, Subscription
from api.webhooks.sending import Answer, post
from services import clock

# How long to wait after each attempt that failed; after the last one it is given up.
BACK_OFF: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
# Longer than any attempt takes: a message whose sender died is free again after it.
CLAIM: Final = timedelta(minutes=2)
KEPT: Final = timedelta(days=30)


def deliver_due(at_most: int | None = None) -> set[datetime]:
    """Send what is due, and return the moments at which to go on.

    A subscriber that says nothing is left alone for the rest of the round, so that it holds up
    the others no longer than one attempt lasts.
    """
    silent: set[int] = set()
    again_at: set[datetime] = set()
    for delivery in islice(_claimed(silent), at_most):
        answer = attempt(delivery)
        if delivery.state == State.PENDING:
            again_at.add(delivery.next_attempt_at)
        if answer.status is None:
            silent.add(delivery.subscription_id)
            again_at.add(clock.now() + BACK_OFF[0])
    if Delivery.objects.due().exclude(subscription__in=silent).exists():
        again_at.add(clock.now())
    return again_at


def attempt(delivery: Delivery) -> Answer:
    """Send a message that the caller has claimed, and write down what came of it."""
    body = messages.body(delivery)
    headers = messages.headers(delivery, body)
    answer = post(delivery.subscription.url, headers=headers, body=body)
    changes = {"outcome": answer.outcome, "status": answer.status, **_next_step(delivery, answer)}
    for name, value in changes.items():
        setattr(delivery, name, value)
    # Its subscription may have been deleted meanwhile; then there is nothing to write.
    Delivery.objects.filter(pk=delivery.pk).update(**changes)
    if answer.outcome == Outcome.GONE:
        Subscription.objects.filter(pk=delivery.subscription_id).update(active=False)
    return answer


def send_test(subscription: Subscription) -> Delivery:
    """Send a test message now, and return its delivery; it is repeated like any other."""
    delivery = Delivery.objects.create(
        subscription=subscription,
        event=Event.TEST,
        attempts=1,
        next_attempt_at=clock.now() + CLAIM,
    )
    attempt(delivery)
    return delivery


def remove_old() -> int:
    """Forget the messages of more than a month ago; return how many."""
    removed, _by_model = Delivery.objects.filter(occurred_at__lt=clock.now() - KEPT).delete()
    return removed


def _claimed(silent: set[int]) -> Iterator[Delivery]:
    """Yield what is due, each claimed; whoever comes second finds the row changed."""
    while delivery := Delivery.objects.due().exclude(subscription__in=silent).first():
        unchanged = Delivery.objects.filter(
            pk=delivery.pk,
            state=State.PENDING,
            attempts=delivery.attempts,
            next_attempt_at=delivery.next_attempt_at,
        )
        attempts = delivery.attempts + 1
        if unchanged.update(attempts=attempts, next_attempt_at=clock.now() + CLAIM):
            yield Delivery.objects.select_related("subscription").get(pk=delivery.pk)


def _next_step(delivery: Delivery, answer: Answer) -> dict[str, Any]:
    if answer.outcome == Outcome.RECEIVED:
        return {"state": State.DELIVERED, "delivered_at": clock.now()}
    if answer.outcome == Outcome.GONE or delivery.attempts > len(BACK_OFF):
        return {"state": State.FAILED}
    return {"next_attempt_at": clock.now() + BACK_OFF[delivery.attempts - 1]}
