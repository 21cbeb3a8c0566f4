"""What the directory has answered, in a folder that all workers share."""

import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cachelib import FileSystemCache

ANSWERS = 500  # of at most about 100 kB each
FRESH = 60  # seconds that an answer is given again without asking
AWAY = 10  # seconds that a directory which did not answer is left alone
AWAY_MARK = "the directory is away"


@dataclass(frozen=True)
class Kept:
    """An answer, and when it was last known to hold (seconds since 1970)."""

    url: str
    etag: str
    content: dict[str, Any]
    checked_at: float

    @property
    def is_fresh(self) -> bool:
        """Whether it may be given again without asking."""
        return time.time() - self.checked_at < FRESH


class Store:
    """Answers by the name of their question. What would expire first goes first when it is full."""

    def __init__(self, folder: Path) -> None:
        """Make the folder, or fail with OSError."""
        self._cache = FileSystemCache(str(folder), threshold=ANSWERS)

    def get(self, name: str) -> Kept | None:
        """Return what is kept for a question."""
        found = self._cache.get(name)
        return Kept(**found) if found else None

    def put(self, name: str, kept: Kept, *, seconds: int) -> None:
        """Keep an answer for so long."""
        # Plain values, so that another version of this code can read them.
        self._cache.set(name, asdict(kept), timeout=seconds)

    def forget(self, name: str) -> None:
        """Drop the answer to a question that has none any more."""
        self._cache.delete(name)

    def is_away(self) -> bool:
        """Tell whether the directory failed to answer a moment ago."""
        return bool(self._cache.has(AWAY_MARK))

    def mark_away(self) -> None:
        """Leave the directory alone for a moment, so that pages stay fast."""
        self._cache.set(AWAY_MARK, value=True, timeout=AWAY)
