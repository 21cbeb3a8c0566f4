"""Where entries are: a table in each process's memory, which follows the documents.

Engines don't know distances: what they find is ordered here, so that it is the same whichever
engine has answered.
"""

from collections.abc import Iterable
from threading import Lock
from typing import Final
from uuid import UUID

from search.models import SearchDocument
from search.outbox import Outbox, State
from search.position import Position

BEFORE_ALL: Final = -1  # less than every sequence number
NOWHERE: Final = float("inf")


class EntryPositions:
    """The positions of those entries that have one."""

    def __init__(self) -> None:
        self._state: State | None = None
        self._positions: dict[UUID, Position] = {}
        self._turn = Lock()

    def distances(self, origin: Position, keys: Iterable[UUID]) -> dict[UUID, float]:
        """Return the kilometres from a point to those of the entries that have a position."""
        with self._turn:
            self._follow()
            known = {key: self._positions[key] for key in keys if key in self._positions}
        return dict(zip(known, origin.distances(list(known.values())), strict=True))

    def _follow(self) -> None:
        """Take over what documents have changed. One query, or two."""
        now = Outbox().state()
        if self._state == now:
            return
        rows = SearchDocument.objects.since(self._watermark(now))
        for key, latitude, longitude in rows.values_list(
            "translation_key", "content__latitude", "content__longitude"
        ):
            if latitude is None or longitude is None:
                self._positions.pop(key, None)
            else:
                self._positions[key] = Position(latitude, longitude)
        self._state = now

    def _watermark(self, now: State) -> int:
        """Return the number up to which the table holds; documents of another past empty it."""
        known = self._state
        if known and known.history == now.history and known.watermark <= now.watermark:
            return known.watermark
        self._positions.clear()
        return BEFORE_ALL


_positions: Final = EntryPositions()


def distances_from(origin: Position | None, keys: Iterable[UUID]) -> dict[UUID, float]:
    """Return how far entries are, in kilometres; entries without a place are left out."""
    return _positions.distances(origin, keys) if origin else {}
