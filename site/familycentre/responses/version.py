"""The content version: a token that all processes see, gone when what pages show has changed."""

from threading import Event
from typing import Final
from uuid import uuid4

from django.db import transaction

from services.caching import quietly

CACHE: Final = "shared"
KEY: Final = "content-version"

# A change that could not be told, because the cache was away.
_owed: Final = Event()


def current_version() -> str | None:
    """Return the token, a new one where there is none; None while the cache is away.

    Read it before the content: what is made from older content then has an older token.
    """
    if _owed.is_set():
        _owed.clear()
        drop_version()
    if _owed.is_set():
        return None
    return quietly(CACHE, lambda cache: cache.get_or_set(KEY, lambda: uuid4().hex, timeout=None))


def drop_version() -> None:
    """Take the token away, and with it everything that is kept; at the next chance if not now.

    Removing is what works on a full disk, too.
    """
    if quietly(CACHE, lambda cache: cache.delete(KEY)) is None:
        _owed.set()


def content_changed() -> None:
    """Drop the version once the transaction is there for others to read."""
    transaction.on_commit(drop_version)
