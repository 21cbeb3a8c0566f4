"""Searches counted in the memory of a process, until they are written."""

from collections import Counter
from datetime import date
from threading import Lock
from typing import Final, Literal, NamedTuple

from django.conf import settings
from django.http import HttpRequest

from search.query import SearchQuery
from services import clock

# So many different texts are held; a flood of others is let go by.
MOST: Final = 2000

Event = Literal["asked", "unanswered", "opened"]


class Counted(NamedTuple):
    """What is counted: an event of a text, as it was typed, on a day."""

    day: date
    language: str
    text: str
    event: Event


class Counts:
    """What was counted since it was taken last. Safe under threads."""

    def __init__(self) -> None:
        self._turn = Lock()
        self._counts: Counter[Counted] = Counter()

    def add(self, counted: Counted) -> None:
        """Count one."""
        with self._turn:
            if counted in self._counts or len(self._counts) < MOST:
                self._counts[counted] += 1

    def take(self) -> Counter[Counted]:
        """Return everything and begin anew."""
        with self._turn:
            taken, self._counts = self._counts, Counter()
        return taken


counts: Final = Counts()


def count_search(request: HttpRequest, query: SearchQuery, found: int) -> None:
    """Count that a visitor asked with words alone, and whether anything was found."""
    if query == SearchQuery(text=query.text, language=query.language) and _is_countable(request):
        _add(query, "asked")
        if not found:
            _add(query, "unanswered")


def count_opened(request: HttpRequest, query: SearchQuery) -> None:
    """Count that a visitor opened a result of a search with these words."""
    if _is_countable(request):
        _add(query, "opened")


def _add(query: SearchQuery, event: Event) -> None:
    if query.text:
        counts.add(Counted(clock.today(), query.language, query.text, event))


def _is_countable(request: HttpRequest) -> bool:
    """Leave out editors, who alone have cookies, and programs that only look."""
    return (
        request.method != "HEAD"
        and "Sec-Purpose" not in request.headers
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
