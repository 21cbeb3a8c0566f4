"""Exit 1 when a task has waited for so long that no worker can be taking any."""

import sys
from datetime import timedelta

import django
from django.utils import timezone

PATIENCE = timedelta(minutes=15)


def is_stuck() -> bool:
    """Whether a task that was due has been left waiting."""
    from django_tasks_db.models import DBTaskResult

    now = timezone.now()
    due_long_ago = now - PATIENCE
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=due_long_ago)
    return waiting.exclude(run_after__range=(due_long_ago, now)).exists()


if __name__ == "__main__":
    django.setup()
    sys.exit(is_stuck())
