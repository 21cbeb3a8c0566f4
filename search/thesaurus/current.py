"""The thesaurus of this moment, in every process of every machine."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final

from django.db import Error
from django.db.models import Count, Sum

from search.models import ThesaurusConcept
from search.thesaurus.matching import Thesaurus
from search.thesaurus.shipped import shipped_concepts
from search.thesaurus.stored import stored_concepts

# How long the database is not asked again whether anything changed.
TRUSTED: Final = 1.0  # seconds

State = tuple[int, int]


class CurrentThesaurus:
    """Call it for the thesaurus; it is built anew when the coordinators' concepts have changed."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._turn = Lock()
        self._asked: float | None = None
        self._state: State | None = None
        self._thesaurus: Thesaurus | None = None

    def __call__(self) -> Thesaurus:
        """Return the thesaurus as it was a second ago at most.

        While the database doesn't answer it is the last one known, or the one that is shipped.
        """
        if self._thesaurus and (self._is_fresh() or self._turn.locked()):
            return self._thesaurus
        with self._turn:
            if self._thesaurus is None or not self._is_fresh():
                self._thesaurus = self._renewed()
                self._asked = self._clock()
            return self._thesaurus

    def look_again(self) -> None:
        """Ask the database before the next answer: somebody wants to see their own change."""
        self._asked = None

    def _is_fresh(self) -> bool:
        return self._asked is not None and self._clock() - self._asked < TRUSTED

    def _renewed(self) -> Thesaurus:
        try:
            state = _state()
            if self._thesaurus and state == self._state:
                return self._thesaurus
            found = Thesaurus(stored_concepts())
            found.load()
        except Error:
            return self._thesaurus or Thesaurus(shipped_concepts())
        self._state = state
        return found


def _state() -> State:
    """Return what is another one after every change."""
    found = ThesaurusConcept.objects.aggregate(rows=Count("code"), stamps=Sum("stamp"))
    return found["rows"], found["stamps"] or 0


current_thesaurus: Final = CurrentThesaurus()
