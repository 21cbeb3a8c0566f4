"""So many questions from one address, so that one caller leaves room for the others."""

import time

from django.conf import settings
from django.http import HttpRequest
from ninja.throttling import SimpleRateThrottle

from services.caching import quietly


class AddressThrottle(SimpleRateThrottle):
    """Counts in spans of the wall clock: one number in the cache for each address and span.

    The library's own keeps the moment of each question, on an object that all threads share.
    """

    def __init__(self) -> None:
        super().__init__(settings.API_RATE)

    def allow_request(self, request: HttpRequest) -> bool:
        """Count a question; where the cache can't count, there is no limit."""
        most, seconds = self._rate()
        key = f"directory-rate:{self.get_ident(request)}:{int(time.time() // seconds)}"
        quietly("default", lambda cache: cache.add(key, 0, seconds))
        count = quietly("default", lambda cache: cache.incr(key))
        return count is None or bool(count <= most)

    def wait(self) -> float:
        """Return the seconds until the next span begins."""
        _most, seconds = self._rate()
        return seconds - time.time() % seconds

    def _rate(self) -> tuple[int, int]:
        """Return how many questions are allowed in how many seconds; "600/m" says so."""
        most, seconds = self.parse_rate(settings.API_RATE)
        return most or 0, seconds or 1
