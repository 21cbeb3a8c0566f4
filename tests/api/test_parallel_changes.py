"""Changes that are committed in another order than they began are never missed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client

from tests.api.mirror import Mirror, everything
from tests.factories import Tree, make_entry, make_organisation

ENTRIES = "/api/directory/entries"
ROUNDS = 6

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def publish(page: Any, title: str) -> None:
    page = type(page).objects.get(pk=page.pk)
    page.title = title
    page.save_revision().publish()


def in_own_connection(work: Any) -> Any:
    try:
        return work()
    finally:
        connection.close()


def test_a_mirror_that_reads_all_the_time_misses_nothing(site: Tree) -> None:
    organisation = make_organisation()
    entries = [make_entry(title=f"Ryhmä {n}", organisation=organisation) for n in range(4)]
    ended = threading.Event()
    mirror = Mirror(Client(), ENTRIES)

    def follow() -> None:
        while not ended.is_set():
            mirror.sync(limit=1)

    def edit(entry: Any) -> None:
        for number in range(ROUNDS):
            publish(entry, f"{entry.title} {number}")

    with ThreadPoolExecutor(len(entries) + 1) as pool:
        following = pool.submit(in_own_connection, follow)
        editing = [pool.submit(in_own_connection, lambda e=entry: edit(e)) for entry in entries]
        for each in editing:
            each.result()
        ended.set()
        following.result()
    mirror.sync()
    assert mirror.rows == everything(Client(), ENTRIES)


def test_who_began_first_and_commits_last(site: Tree) -> None:
    first, second = make_entry(title="A"), make_entry(title="B")
    mirror = Mirror(Client(), ENTRIES)
    mirror.sync()
    begun, may_commit = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            publish(first, "A hitaasti")
            begun.set()
            may_commit.wait(timeout=10)

    def fast() -> None:
        begun.wait(timeout=10)
        publish(second, "B nopeasti")

    with ThreadPoolExecutor(2) as pool:
        working = [pool.submit(in_own_connection, each) for each in (slow, fast)]
        begun.wait(timeout=10)
        mirror.sync()
        may_commit.set()
        for each in working:
            each.result()
    mirror.sync()
    assert {row["title"]["fi"] for row in mirror.rows.values()} == {"A hitaasti", "B nopeasti"}
