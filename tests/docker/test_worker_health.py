"""The worker's health check sees a queue that nobody works on, and nothing else."""

import runpy
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

pytestmark = pytest.mark.django_db
SCRIPT = Path(__file__).resolve().parents[2] / "docker" / "worker_health.py"
HOUR = timedelta(hours=1)


def is_stuck() -> bool:
    return bool(runpy.run_path(str(SCRIPT))["is_stuck"]())


def queue(*, enqueued_ago: timedelta, due_in: timedelta | None, status: str = "READY") -> None:
    now = timezone.now()
    task = DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="api.webhooks.tasks.deliver",
        backend_name="default",
        run_after=now + due_in if due_in else get_date_max(),
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=now - enqueued_ago)


def test_an_empty_queue_is_well() -> None:
    assert not is_stuck()


def test_a_task_that_nobody_takes_is_seen() -> None:
    queue(enqueued_ago=HOUR, due_in=None)
    assert is_stuck()


def test_a_late_task_is_seen() -> None:
    queue(enqueued_ago=HOUR, due_in=-HOUR / 2)
    assert is_stuck()


@pytest.mark.parametrize(
    ("enqueued_ago", "due_in", "status"),
    [
        (timedelta(minutes=1), None, "READY"),
        (HOUR, HOUR, "READY"),
        (HOUR, timedelta(seconds=-5), "READY"),
        (HOUR, None, "SUCCESSFUL"),
    ],
)
def test_tasks_that_wait_their_turn_are_well(
    enqueued_ago: timedelta, due_in: timedelta | None, status: str
) -> None:
    queue(enqueued_ago=enqueued_ago, due_in=due_in, status=status)
    assert not is_stuck()
