"""Caches that may be away: one that fails is one that knows nothing, and is spared for a while."""

import logging
from collections.abc import Callable
from time import monotonic
from typing import Any, Final, TypeVar

from django.conf import settings
from django.core.cache import caches

logger = logging.getLogger(__name__)

T = TypeVar("T")
PAUSE: Final = 30.0  # seconds until one that failed is asked again

# Where caches are that failed, and when each is asked again; one per process.
_spared: Final[dict[str, float]] = {}


def quietly(alias: str, ask: Callable[[Any], T]) -> T | None:
    """Ask the cache of an alias; None where it is away, which the log says once."""
    place = str(settings.CACHES[alias].get("LOCATION") or alias)
    return sparing(place, lambda: ask(caches[alias]))


def sparing(place: str, ask: Callable[[], T]) -> T | None:
    """Ask what is at a place; None where it fails, and for a pause after it did.

    A server that is gone may take its time to say so: nobody waits for it again during the pause.
    """
    if monotonic() < _spared.get(place, 0):
        return None
    try:
        answer = ask()
    except Exception as error:  # noqa: BLE001 - each kind of cache fails in its own way
        if place not in _spared:
            logger.warning("A cache does not answer, the site goes on without it: %s", error)
        _spared[place] = monotonic() + PAUSE
        return None
    if _spared.pop(place, None):
        logger.warning("The cache answers again.")
    return answer
