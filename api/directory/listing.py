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
BY_DISTANCE: Final = "distance"
Titled = tuple[str, str]


@dataclass(frozen=True)
class Page:
    """The keys that a page shows, and of how many.

    `following` are the parameters of the next page; none after the last one.
    """

    keys: list[str]
    total: int
    following: dict[str, str]


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
        following={} if ends else {"cursor": cursors.write(BY_TITLE, *shown[-1])},
    )


def page_by_number(keys: Sequence[str], number: int, limit: int) -> Page:
    """Return a page of what is ready in order, by its number from 1."""
    start = (number - 1) * limit
    ends = start + limit >= len(keys)
    return Page(
        keys=list(keys[start : start + limit]),
        total=len(keys),
        following={} if ends else {"page": str(number + 1)},
    )


def page_by_order(
    keys: Sequence[str], numbers: Mapping[str, int], order: str, *, cursor: str, limit: int
) -> Page:
    """Return the first rows, by relevance or distance, that no page before has shown.

    Scores move with every change of any text, so that no score can say where a page ended: the
    cursor holds the numbers of all rows shown so far.
    """
    seen = cursors.read_set(cursors.read(cursor, order, 1)[0]) if cursor else set()
    left = [key for key in keys if numbers[key] not in seen]
    shown = left[:limit]
    seen.update(numbers[key] for key in shown)
    ends = len(shown) == len(left)
    return Page(
        keys=shown,
        total=len(keys),
        following={} if ends else {"cursor": cursors.write(order, cursors.write_set(seen))},
    )
