"""Several processes write counts of the same texts at once: none is lost."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from search.learning.counting import Event
from search.learning.writing import Row, _save
from search.models import SearchCount

WRITERS = 4
ROUNDS = 10
DAY = date(2026, 11, 24)

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def test_counts_add_up() -> None:
    start = threading.Barrier(WRITERS)

    def write(number: int) -> None:
        texts = ["vauva", "perhe", "uni"] if number % 2 else ["uni", "perhe", "vauva"]
        kept: dict[Row, Counter[Event]] = {
            ("fi", text, DAY): Counter(asked=1, unanswered=number % 2) for text in texts
        }
        try:
            start.wait()
            for _round in range(ROUNDS):
                _save(kept)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    rows = SearchCount.objects.values_list("text", "asked", "unanswered", "opened")
    asked = WRITERS * ROUNDS
    assert set(rows) == {(text, asked, asked // 2, 0) for text in ("vauva", "perhe", "uni")}
