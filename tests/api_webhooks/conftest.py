"""Subscribers for the tests of webhooks."""

from collections.abc import Callable, Iterator
from datetime import datetime
from threading import Thread
from typing import Any

import pytest
from django_tasks import default_task_backend

from api.webhooks.models import Subscription
from api.webhooks.tasks import deliver
from tests.api_webhooks.receiver import Receiver, make_receiver

Woken = Callable[[], list[datetime | None]]


@pytest.fixture
def receiver(settings: Any) -> Iterator[Receiver]:
    """A system on this machine that takes messages."""
    settings.WEBHOOKS_ALLOW_PRIVATE = True
    made = make_receiver()
    with made.server:
        Thread(target=made.server.serve_forever, args=[0.01], daemon=True).start()
        yield made
        made.server.shutdown()


@pytest.fixture
def subscription(receiver: Receiver, db: None) -> Subscription:
    """Its subscription."""
    return Subscription.objects.create(name="Luoto", url=receiver.url)


@pytest.fixture
def woken() -> Iterator[Woken]:
    """Tells when workers have been asked to send what is due; None means at once."""
    default_task_backend.clear()
    yield lambda: [
        result.task.run_after
        for result in default_task_backend.results
        if result.task.func == deliver.func
    ]
    default_task_backend.clear()
