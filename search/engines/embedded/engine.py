"""The embedded engine: before it answers, it reads what it has missed."""

import sqlite3
from pathlib import Path
from typing import TypeGuard
from uuid import UUID

from search.engines.base import Engine, Outcome, Question, SearchResult
from search.engines.embedded.answer import answer
from search.engines.embedded.rows import clear, insert, remove
from search.engines.embedded.store import State, Store, read_state, write_state
from search.outbox import Change, changes
from search.projection import project
from services.models import ChangeClock


class EmbeddedEngine(Engine):
    """Answers from a local file, which any number of processes share."""

    def __init__(self, file: Path) -> None:
        self.store = Store(file)

    def answer(self, question: Question) -> SearchResult:
        """Catch up, then answer."""
        self.catch_up()
        with self.store.reading() as connection:
            return answer(connection, question)

    def after_commit(self) -> None:
        """Nothing to do: the next search catches up."""

    def catch_up(self) -> Outcome:
        """Write what changed since this file's watermark; all of it, if the file is not ours."""
        with self.store.reading() as connection:
            before = read_state(connection)
        # Asked after the file: the documents of the same history are never behind it.
        now = _documents_state()
        if before == now:
            return Outcome()
        return self._write_since(now) if _continues(before, now) else self.rebuild()

    def rebuild(self) -> Outcome:
        """Fill the file anew in one transaction: until its end, readers see what was there."""
        now = _documents_state()
        ready = [
            (change.translation_key, change.seq, project(change.document))
            for change in changes()
            if change.document
        ]
        with self.store.writing() as connection:
            clear(connection)
            for key, seq, projection in ready:
                insert(connection, key, seq, projection)
            write_state(connection, now)
        return Outcome(len(ready))

    def stored(self) -> dict[UUID, int]:
        """Catch up, then list what the file holds."""
        self.catch_up()
        with self.store.reading() as connection:
            rows = connection.execute("SELECT key, seq FROM entry")
            return {UUID(key): seq for key, seq in rows}

    def _write_since(self, now: State) -> Outcome:
        with self.store.writing() as connection:
            before = read_state(connection)
            if not _continues(before, now):
                return Outcome()  # another process, whose turn it was, knew more
            written = 0
            for change in changes(since=before.watermark):
                _apply(connection, change)
                written += 1
            write_state(connection, now)
            return Outcome(written)


def _documents_state() -> State:
    """Return how far the documents have come. One query."""
    clock = ChangeClock.objects.first()
    return State(str(clock.history), clock.seq) if clock else State("", 0)


def _continues(file: State | None, documents: State) -> TypeGuard[State]:
    """Tell whether a file holds an earlier state of these documents, and not of others."""
    return (
        file is not None
        and file.history == documents.history
        and file.watermark <= documents.watermark
    )


def _apply(connection: sqlite3.Connection, change: Change) -> None:
    remove(connection, change.translation_key)
    if change.document:
        insert(connection, change.translation_key, change.seq, project(change.document))
