"""The embedded engine's file: shared by processes, behind for no longer than a question."""

import os
import sqlite3
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from search.documents import Document, Texts
from search.engines import get_engine
from search.engines.base import Question
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded import answer as answer_module
from search.engines.embedded.store import Store
from search.evaluation.corpus import Corpus
from search.models import SearchDocument
from search.query import SearchQuery
from search.question import read_question
from search.thesaurus.matching import Thesaurus
from services.models import ChangeClock
from tests.search.rows import put, remove


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
def test_a_process_that_missed_a_tombstone_learns_of_a_new_filling(own_index_file: Path) -> None:
    one, other = EmbeddedEngine(own_index_file), EmbeddedEngine(own_index_file)
    key = put("Uni")
    assert total(one, "uni") == total(other, "uni") == 1
    remove(key)
    one.rebuild()
    assert other.stored() == {}
    assert total(other, "uni") == 0


@pytest.mark.django_db
def test_a_memory_full_of_the_past_is_made_anew(
    embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.engines.embedded.memory.MOST_PAST", 3)
    key = put("Uni")
    for number in range(12):
        put(f"Uni {number}", key=key)
        assert total(embedded, f"uni {number}") == 1
    assert embedded.memory.postings.past <= 4


@pytest.mark.django_db
def test_searches_by_many_threads_while_documents_change(embedded: EmbeddedEngine) -> None:
    """The memory is read and changed in turns: every answer is of one state."""
    for number in range(30):
        put(f"Ryhmä {number}")
    embedded.catch_up()
    words = read_question("ryhmä", "fi", embedded.vocabulary, Thesaurus([]))
    question = Question(words, {}, None, "fi", 0.25, 0, 20)
    counts, stop = set(), threading.Event()

    def read() -> None:
        while not stop.is_set():
            counts.add(embedded.answer(question).total)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _round in range(5):
        embedded.rebuild()
    stop.set()
    for reader in readers:
        reader.join()
    assert counts == {30}


@pytest.mark.django_db
def test_threads_that_begin_together_fill_the_file_once(
    own_index_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Corpus({"uni": Document(texts={"fi": Texts(title="Uni")})})
    engine = EmbeddedEngine(own_index_file, corpus)
    fillings: list[str] = []
    inner = engine.store.filling
    monkeypatch.setattr(
        engine.store, "filling", lambda rows: fillings.append("filling") or inner(rows)
    )
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _number: engine.prepare(), range(8)))
    assert fillings == ["filling"]
    assert total(engine, "uni") == 1


def test_threads_that_begin_together_share_one_engine(own_index_file: Path, settings: Any) -> None:
    settings.SEARCH_INDEX_FILE = own_index_file
    with ThreadPoolExecutor(8) as pool:
        engines = set(pool.map(lambda _number: get_engine(), range(8)))
    assert len(engines) == 1


@pytest.mark.django_db
def test_a_file_that_nobody_can_write_leaves_the_answers_of_before(
    embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    put("Uni")
    assert total(embedded) == 1
    put("Ruoka")

    def fail() -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch, caplog.at_level("WARNING", "search.engines"):
        patch.setattr(embedded.store, "writing", fail)
        assert total(embedded) == 1
    assert "disk is full" in caplog.text
    assert total(embedded) == 2


@pytest.mark.django_db
def test_a_level_file_is_only_read(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert embedded.catch_up().written == 1
    assert embedded.catch_up().written == 0


@pytest.mark.django_db
def test_a_file_of_another_database_is_filled_anew(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert total(embedded) == 1
    ChangeClock.objects.update(history=uuid4())
    assert embedded.catch_up().written == 1


@pytest.mark.django_db
def test_a_file_ahead_of_a_restored_database_is_filled_anew(embedded: EmbeddedEngine) -> None:
    put("Uni")
    gone = put("Ruoka")
    assert total(embedded) == 2
    ChangeClock.objects.get().delete()
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

    def die_half_way() -> None:
        with embedded.store.writing() as connection:
            connection.execute("DELETE FROM entry")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        die_half_way()
    assert total(embedded) == 1


@pytest.mark.django_db
def test_readers_see_the_old_results_until_a_rebuild_is_done(embedded: EmbeddedEngine) -> None:
    put("Uni")
    assert total(embedded) == 1
    seen = []
    with embedded.store.writing() as connection:
        connection.execute("DELETE FROM entry")
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
                counts.add(connection.execute("SELECT COUNT(*) FROM entry").fetchone()[0])

    reader = threading.Thread(target=read)
    reader.start()
    for _round in range(5):
        embedded.rebuild()
    stop.set()
    reader.join()
    assert counts == {30}


def test_a_running_process_finds_what_another_one_published(tmp_path: Path) -> None:
    """Two real processes with a database file of their own between them."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "familycentre.settings.test",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "SEARCH_INDEX_FILE": str(tmp_path / "search.sqlite3"),
    }
    begin = (
        "import django, os; django.setup()\n"
        "from pathlib import Path\n"
        "from django.core.management import call_command\n"
        "from search.engines.embedded import EmbeddedEngine\n"
        "from search.query import SearchQuery\n"
        "from tests.search.rows import put\n"
        "engine = EmbeddedEngine(Path(os.environ['SEARCH_INDEX_FILE']))\n"
        "ask = lambda: print(engine.search(SearchQuery('uni', 'fi')).total, flush=True)\n"
    )
    reads = (
        f"{begin}"
        "for app in ('services', 'familysearch'):\n"
        "    call_command('migrate', app, verbosity=0)\n"
        "ask(); input(); ask()"
    )
    command = [sys.executable, "-c"]
    with subprocess.Popen(
        [*command, reads],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == "0\n"
        subprocess.run([*command, f"{begin}put('Uni')"], env=environment, check=True)
        answer, _errors = reader.communicate("\n", timeout=60)
    assert answer == "1\n"


def test_processes_that_start_together_make_one_file(tmp_path: Path) -> None:
    """The tables are made once, whoever comes first."""
    script = (
        "import django; django.setup();"
        "import sys; from pathlib import Path;"
        "from search.engines.embedded.store import Store;"
        "store = Store(Path(sys.argv[1]))\n"
        "for _ in range(20):\n"
        "    with store.writing() as connection:\n"
        "        connection.execute('INSERT INTO entry VALUES (?, 1, NULL)',"
        " (f'{sys.argv[2]} {_}',))\n"
    )
    file = tmp_path / "together.sqlite3"
    processes = [
        subprocess.Popen([sys.executable, "-c", script, str(file), str(number)])
        for number in range(3)
    ]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    connection = sqlite3.connect(Store(file).file)
    assert connection.execute("SELECT COUNT(*) FROM entry").fetchone() == (60,)
    connection.close()


@pytest.mark.django_db
def test_the_processes_of_two_versions_have_a_file_each(
    own_index_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("Uni")
    old = EmbeddedEngine(own_index_file)
    old.rebuild()
    filling = old.memory.filling
    monkeypatch.setattr("search.engines.embedded.store.analysis_version", lambda: 999)
    new = EmbeddedEngine(own_index_file)
    assert total(new) == 1
    monkeypatch.undo()
    put("Lepo")
    assert total(old) == 2
    assert old.memory.filling == filling


@pytest.mark.django_db
def test_a_rebuild_removes_files_of_former_versions_after_a_day(
    embedded: EmbeddedEngine, own_index_file: Path
) -> None:
    former, recent = own_index_file, own_index_file.with_stem("search-12")
    other = own_index_file.with_name("lexicon.sqlite3")
    for file in (former, recent, other):
        file.touch()
    for file in (former, other):
        os.utime(file, (0, 0))
    embedded.rebuild()
    put("Uni")
    assert total(embedded) == 1
    assert (former.exists(), recent.exists(), other.exists()) == (False, True, True)


@pytest.mark.django_db
def test_an_answer_is_of_one_state_whoever_writes_meanwhile(
    embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = put("Uni", facets={"kind": ["service"]})
    assert total(embedded, "uni") == 1
    page = answer_module._page

    def page_after_a_write(*args: Any) -> Any:
        remove(key)
        EmbeddedEngine(embedded.store.file).catch_up()
        return page(*args)

    monkeypatch.setattr(answer_module, "_page", page_after_a_write)
    result = embedded.search(SearchQuery(text="uni", language="fi"))
    assert [hit.translation_key for hit in result.hits] == [key]
    assert (result.total, result.facets) == (1, {"kind": {"service": 1}})
    monkeypatch.undo()
    assert total(embedded, "uni") == 0
