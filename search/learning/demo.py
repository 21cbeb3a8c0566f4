"""Eight weeks of searches for the demo, so that the lists have something to show."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import yaml

from search.models import SearchCount

FILE: Final = Path(__file__).parent / "demo.yaml"
DAYS: Final = 56
WEEK: Final = 7


def load_searches(today: date) -> None:
    """Add the days before this one that are not there yet."""
    SearchCount.objects.bulk_create(_counts(today), ignore_conflicts=True)


def remove_searches() -> None:
    """Delete all counts of the demo's texts."""
    for record in _records():
        same = SearchCount.objects.filter(language=record["language"], text=record["text"])
        same.delete()


def _counts(today: date) -> Iterator[SearchCount]:
    for place, record in enumerate(_records()):
        for ago in range(1, DAYS + 1):
            asked = _share(record["weekly"], ago, place)
            if asked:
                yield SearchCount(
                    day=today - timedelta(days=ago),
                    language=record["language"],
                    text=record["text"],
                    asked=asked,
                    unanswered=0 if record["found"] else asked,
                    opened=_share(record.get("opened", 0), ago, place),
                )


def _share(weekly: int, ago: int, place: int) -> int:
    """Return a day's part of a week's number; each text has its own days."""
    return (weekly * (ago + 1) + place) // WEEK - (weekly * ago + place) // WEEK


def _records() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found
