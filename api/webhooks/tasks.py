"""Sending on the task queue."""

from datetime import datetime
from typing import Final

from django_tasks import task

from api.webhooks.delivering import deliver_due

# A round is short, so that the queue's other tasks get their turn.
ROUND: Final = 50


@task()
def deliver() -> None:
    """Send what is due, and come back for what is left."""
    for moment in deliver_due(at_most=ROUND):
        wake(moment)


def wake(at: datetime | None = None) -> None:
    """Have a worker send what is due, now or at a moment.

    Where tasks run inside the request nothing is sent here: nobody who publishes waits for
    subscribers. There `manage.py deliver_webhooks --forever` sends.
    """
    if deliver.get_backend().supports_defer:
        deliver.using(run_after=at).enqueue()
