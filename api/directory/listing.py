"""The order of lists, and where their pages begin and end."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from api.directory import cursors
from api.directory.alphabet import sort_key
from api.directory.showing import text_in
from api.directory.version import Version
from api.models import DirectoryRecord, RecordKind

BY_TITLE: Final = "title"
BY_RELEVANCE: Final = "relevance"
Titled = tuple[str, str]


@dataclass(frozen=True)
class Page:
    """The keys that a page shows, of how many, and the cursor of the next page; "": the last."""

    keys: list[str]
    total: int
    cursor: str


@lru_cache(maxsize=16)
def titles(version: Version, kind: RecordKind, language: str) -> list[Titled]:
    """Return what titles sort by, with their keys, sorted; remembered while nothing changes."""
    rows = DirectoryRecord.objects.public(kind).values_list("titles", "key")
    return sorted((sort_key(text_in(texts, language)), str(key)) for texts, key in rows)


def page_by_title(rows: Sequence[Titled], cursor: str, limit: int) -> Page:
    """Return the rows after the cursor's row, be that still there or not."""
    start = 0
    if cursor:
        title, key = cursors.read(cursor, BY_TITLE, 2)
        start = bisect_right(rows, (title, key))
    shown = rows[start : start + limit]
    ends = start + limit >= len(rows)
    return Page(
        keys=[key for _title, key in shown],
        total=len(rows),
        cursor="" if ends else cursors.write(BY_TITLE, *shown[-1]),
    )


def page_by_relevance(
    keys: Sequence[str], numbers: Mapping[str, int], *, cursor: str, limit: int
) -> Page:
    """Return the best rows that no page before has shown.

    Scores move with every change of any text, so that no score can say where a page ended: the
    cursor holds the numbers of all rows shown so far.
    """
    seen = cursors.read_set(cursors.read(cursor, BY_RELEVANCE, 1)[0]) if cursor else set()
    left = [key for key in keys if numbers[key] not in seen]
    shown = left[:limit]
    seen.update(numbers[key] for key in shown)
    ends = len(shown) == len(left)
    return Page(
        keys=shown,
        total=len(keys),
        cursor="" if ends else cursors.write(BY_RELEVANCE, cursors.write_set(seen)),
    )
