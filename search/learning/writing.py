"""Counts from the memory into the database, without what may tell of somebody."""

import logging
import time
from collections import Counter, defaultdict
from datetime import date
from functools import lru_cache
from typing import Final

from django.db import Error, connection, transaction
from django.db.models import F

from search.learning.counting import Counted, Event, counts
from search.learning.known_words import KnownWords, known_words
from search.learning.privacy import normalised, tells_of_nobody
from search.models import SearchCount
from search.thesaurus import current_thesaurus
from search.thesaurus.matching import Thesaurus
from services import clock

PAUSE: Final = 60.0  # seconds

Row = tuple[str, str, date]  # language, text, day

log = logging.getLogger(__name__)


def write_forever() -> None:
    """Write every minute. For a thread of its own: it may wait for the database, nobody else."""
    while True:
        time.sleep(PAUSE)
        write_counts()
        connection.close()


def write_counts() -> None:
    """Write what was counted and may be kept; where the database refuses, it is lost."""
    taken = counts.take()
    if not taken:
        return
    try:
        _save(_kept(taken))
    except Error as error:
        log.warning("Counts of searches are lost: %s", error)


def _kept(taken: Counter[Counted]) -> dict[Row, Counter[Event]]:
    known = _known(current_thesaurus(), clock.today())
    kept: dict[Row, Counter[Event]] = defaultdict(Counter)
    for (day, language, text, event), times in taken.items():
        if tells_of_nobody(text, language, known):
            kept[language, normalised(text), day][event] += times
    return kept


@lru_cache(maxsize=1)
def _known(thesaurus: Thesaurus, _day: date) -> KnownWords:
    """Read the known words once a day, and when the thesaurus has changed."""
    return known_words(thesaurus.concepts.values())


@transaction.atomic
def _save(kept: dict[Row, Counter[Event]]) -> None:
    """Add to the rows, in one order for all processes, so that none waits for another in turn."""
    rows = sorted(kept)
    SearchCount.objects.bulk_create(
        [SearchCount(language=language, text=text, day=day) for language, text, day in rows],
        ignore_conflicts=True,
    )
    for language, text, day in rows:
        more = {event: F(event) + times for event, times in kept[language, text, day].items()}
        SearchCount.objects.filter(language=language, text=text, day=day).update(**more)
