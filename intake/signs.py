"""Signs of life of the worker that deals with a batch: how far it is, and when it said so."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from intake.models import ImportBatch
from services import clock
from services.caching import quietly

# A worker that has been silent for longer is dead; it speaks every few seconds.
LONGEST_SILENCE: Final = timedelta(minutes=5)
# A batch that no worker has begun with is lost: others' work is done by then.
LONGEST_WAIT: Final = timedelta(hours=1)
RECORDS_BETWEEN: Final = 50
SECONDS_KEPT: Final = 3600


@dataclass(frozen=True)
class Sign:
    """So many of so many records were dealt with at a moment; none of none before they are read."""

    at: datetime
    done: int
    total: int


def give_signs(batch: ImportBatch) -> Callable[[int, int], None]:
    """Give the first sign; return what gives others, told how many of how many records are done."""

    def give(done: int, total: int) -> None:
        if done % RECORDS_BETWEEN == 0:
            sign = Sign(clock.now(), done, total)
            quietly("shared", lambda cache: cache.set(_key(batch), sign, SECONDS_KEPT))

    give(0, 0)
    return give


def last_sign(batch: ImportBatch) -> Sign | None:
    """Return the latest sign since the batch was asked for; none while it waits for a worker.

    Nor is any seen while the cache is away.
    """
    sign: Sign | None = quietly("shared", lambda cache: cache.get(_key(batch)))
    return sign


def has_stopped(batch: ImportBatch) -> bool:
    """Tell whether a worker should be dealing with a batch, and none does any more."""
    if batch.state not in ImportBatch.AT_WORK:
        return False
    sign = last_sign(batch)
    if sign:
        return clock.now() - sign.at > LONGEST_SILENCE
    return clock.now() - (batch.asked_at or batch.started_at) > LONGEST_WAIT


def _key(batch: ImportBatch) -> str:
    asked = batch.asked_at.timestamp() if batch.asked_at else ""
    return f"import-sign-{batch.pk}-{asked}"
