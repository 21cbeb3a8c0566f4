"""A circuit breaker: after a failure, nobody waits for the same thing again for a while."""

import logging
import time
from threading import Lock
from typing import Final

PAUSE: Final = 30.0  # seconds until the next try

log = logging.getLogger(__name__)


class Breaker:
    """Remembers a failure of something outside; one per process."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._failed_at: float | None = None
        # A process before this one may have ended without handing its changes on.
        self._is_behind = True

    @property
    def has_failed(self) -> bool:
        """Whether the last try failed."""
        return self._failed_at is not None

    def lets_through(self) -> bool:
        """Tell whether it is worth trying; after a pause, one only tries for all others."""
        with self._turn:
            if self._failed_at is None:
                return True
            now = time.monotonic()
            is_over = now - self._failed_at >= PAUSE
            if is_over:
                self._failed_at = now
            return is_over

    def failed(self, error: Exception) -> None:
        """Note a failure, and tell the operator."""
        self._failed_at = time.monotonic()
        self._is_behind = True
        log.warning("Elasticsearch is away, the embedded engine answers: %s", error)

    def succeeded(self) -> bool:
        """Note that it works; tell whether it may have missed something until now."""
        was_behind, self._is_behind = self._is_behind, False
        if self.has_failed:
            log.warning("Elasticsearch answers again.")
        self._failed_at = None
        return was_behind
