"""The embedded engine's file: shared by processes, behind for no longer than a question."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from tests.search.rows import put, remove

from search.engines.embedded import EmbeddedEngine
from search.models import SearchClock
from search.query import SearchQuery

ALL = SearchQuery(language="fi")


def total(engine: EmbeddedEngine, text: str = "") -> int:
    return engine.search(SearchQuery(text=text, language="fi")).total


@pytest.mark.django_db
def test_another_process_sees_a_change_with_its_next_search(own_index_file: Path) -> None:
    one, other = EmbeddedEngine(own_index_file), EmbeddedEngine(own_index_file)
    assert total(one) == total(other) == 0
    key = put("Uni")
    assert total(other, "uni") == 1
    assert total(one, "uni") == 1
    remove(key)
    assert total(one) == total(other) == 0


@pytest.mark.django_db
def test_a_level_file_is_only_read(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert embedded.catch_up().written == 1
    assert embedded.catch_up().written == 0


@pytest.mark.django_db
def test_a_file_of_another_database_is_filled_anew(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert total(embedded) == 1
    SearchClock.objects.update(history=uuid4())
    assert embedded.catch_up().written == 1


@pytest.mark.django_db
def test_a_file_ahead_of_a_restored_database_is_filled_anew(embedded: EmbeddedEngine) -> None:
    put("Uni")
    gone = put("Ruoka")
    assert total(embedded) == 2
    SearchClock.objects.get().delete()
    from search.models import SearchDocument

    SearchDocument.objects.filter(pk=gone).delete()
    put("Lepo")
    assert total(embedded, "ruoka") == 0
    assert total(embedded) == 2


@pytest.mark.django_db
def test_a_file_of_another_analysis_is_filled_anew(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert total(embedded) == 1
    with sqlite3.connect(embedded.store.file) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    assert total(embedded) == 1


@pytest.mark.django_db
def test_a_writer_that_dies_half_way_leaves_the_file_as_it_was(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert total(embedded) == 1
    with pytest.raises(RuntimeError), embedded.store.writing() as connection:
        connection.execute("DELETE FROM entry")
        raise RuntimeError
    assert total(embedded) == 1


@pytest.mark.django_db
def test_readers_see_the_old_results_until_a_rebuild_is_done(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert total(embedded) == 1
    seen = []
    with embedded.store.writing() as connection:
        connection.execute("DELETE FROM entry")
        connection.execute("DELETE FROM terms")
        seen.append(total(EmbeddedEngine(embedded.store.file), "uni"))
        connection.execute("ROLLBACK")
        connection.execute("BEGIN")
    assert seen == [1]


@pytest.mark.django_db
def test_searches_during_rebuilds_are_never_empty(embedded: EmbeddedEngine) -> None:
    """Reads only the file, from another thread: the documents stay where they are."""
    for number in range(30):
        put(f"Ryhmä {number}")
    embedded.rebuild()
    counts, stop = set(), threading.Event()

    def read() -> None:
        while not stop.is_set():
            with embedded.store.reading() as connection:
                counts.add(connection.execute("SELECT COUNT(*) FROM terms").fetchone()[0])

    reader = threading.Thread(target=read)
    reader.start()
    for _round in range(5):
        embedded.rebuild()
    stop.set()
    reader.join()
    assert counts == {30}


@pytest.mark.django_db(transaction=True)
def test_a_second_python_finds_what_the_first_one_published(
    embedded: EmbeddedEngine, settings: Any
) -> None:
    """Through the file alone: the second process reads what the first one wrote to it."""
    put("Uni")
    assert total(embedded) == 1
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "print(c.execute(\"SELECT COUNT(*) FROM terms WHERE terms MATCH 'uni'\").fetchone()[0])"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, str(embedded.store.file)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "1"


def test_processes_that_start_together_make_one_file(tmp_path: Path) -> None:
    """The tables are made once, whoever comes first."""
    script = (
        "import django; django.setup();"
        "import sys; from pathlib import Path;"
        "from search.engines.embedded.store import Store;"
        "store = Store(Path(sys.argv[1]))\n"
        "for _ in range(20):\n"
        "    with store.writing() as connection:\n"
        "        connection.execute('INSERT INTO facet VALUES (?, ?, ?)',"
        " (sys.argv[2], str(_), 1))\n"
    )
    file = str(tmp_path / "together.sqlite3")
    processes = [
        subprocess.Popen([sys.executable, "-c", script, file, str(number)]) for number in range(3)
    ]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT COUNT(*) FROM facet").fetchone() == (60,)
    connection.close()
