"""Two workers at once: every message is sent by one of them."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from api.webhooks.delivering import deliver_due
from api.webhooks.models import Delivery, Event, State, Subscription
from api.webhooks.outbox import announce
from tests.api_webhooks.receiver import Receiver
from tests.factories import Tree

WORKERS, MESSAGES = 4, 40

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def work(_number: int) -> None:
    try:
        deliver_due()
    finally:
        connection.close()


def test_nothing_is_sent_twice(site: Tree, subscription: Subscription, receiver: Receiver) -> None:
    announce([uuid4() for _ in range(MESSAGES)], Event.CHANGED)
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, range(WORKERS)))
    ids = [message.headers["webhook-id"] for message in receiver.messages]
    assert len(ids) == len(set(ids)) == MESSAGES
    assert Delivery.objects.filter(state=State.DELIVERED).count() == MESSAGES
