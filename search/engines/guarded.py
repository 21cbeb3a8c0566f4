"""Elasticsearch with the embedded engine behind it: the visitor gets results in any case."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Final, TypeVar
from uuid import UUID

from elasticsearch import ApiError, TransportError

from search.engines.base import Engine, Outcome, Question, SearchResult
from search.engines.breaker import Breaker

Answer = TypeVar("Answer")
# Its index is missing, or it has too much to do.
AWAY: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.TOO_MANY_REQUESTS)

log = logging.getLogger(__name__)


class GuardedEngine(Engine):
    """Asks the primary engine as long as it answers, the fallback otherwise."""

    def __init__(self, primary: Engine, fallback: Engine) -> None:
        super().__init__(fallback.vocabulary)
        self.primary = primary
        self.fallback = fallback
        self.breaker = Breaker()

    def prepare(self) -> None:
        """Bring the fallback level, which knows all words."""
        self.fallback.prepare()

    def answer(self, question: Question) -> SearchResult:
        """Answer from whichever engine can."""
        result = self._attempt(lambda: self.primary.answer(question))
        return result or self.fallback.answer(question)

    def after_commit(self) -> None:
        """Push to the primary engine; what it misses stays dirty."""
        self._attempt(self.primary.after_commit)

    def catch_up(self) -> Outcome:
        """Bring both engines level; raises what the primary engine raises."""
        self.fallback.catch_up()
        return self.primary.catch_up()

    def rebuild(self) -> Outcome:
        """Rebuild both engines; raises what the primary engine raises."""
        self.fallback.rebuild()
        return self.primary.rebuild()

    def stored(self) -> dict[UUID, int]:
        """List what the primary engine holds; raises what it raises."""
        return self.primary.stored()

    def _attempt(self, action: Callable[[], Answer]) -> Answer | None:
        if not self.breaker.lets_through():
            return None
        try:
            done = action()
        except (ApiError, TransportError) as error:
            self._note(error)
            return None
        if self.breaker.succeeded():
            # What it missed while it was away, or before this process began; one query if nothing.
            self._attempt(self.primary.after_commit)
        return done

    def _note(self, error: ApiError | TransportError) -> None:
        if _is_away(error):
            self.breaker.failed(error)
        else:
            log.warning("Elasticsearch refuses one request, the embedded engine answers: %s", error)


def _is_away(error: ApiError | TransportError) -> bool:
    """Tell a server that can't answer anybody from one that refuses a single request."""
    if isinstance(error, ApiError):
        status = error.status_code
        return status in AWAY or status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return True
