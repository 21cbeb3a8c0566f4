"""Until when an answer holds: who reads the clock says so, and who keeps answers listens."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from services import clock


@dataclass
class Expiry:
    """The moment an answer ends, in seconds since 1970: an autumn night has an hour twice."""

    at: float


_expiry: ContextVar[Expiry | None] = ContextVar("expiry", default=None)


@contextmanager
def listening() -> Iterator[Expiry]:
    """Hear the earliest moment that is told inside; at midnight "today" is another day."""
    tomorrow = clock.today() + timedelta(days=1)
    expiry = Expiry(datetime.combine(tomorrow, time(), clock.LOCAL_ZONE).timestamp())
    token = _expiry.set(expiry)
    try:
        yield expiry
    finally:
        _expiry.reset(token)


def holds_until(moment: datetime | None) -> None:
    """Tell when something that was read from the clock will be otherwise; None: it stays."""
    expiry = _expiry.get()
    if expiry is not None and moment is not None:
        expiry.at = min(expiry.at, moment.timestamp())
