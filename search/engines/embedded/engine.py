"""The embedded engine: a file that all processes share, and each process's memory of it."""

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard
from uuid import UUID

from search.engines.base import Engine, Outcome, Question, SearchResult
from search.engines.embedded.memory import Memory
from search.engines.embedded.store import (
    Row,
    Store,
    read_numbers,
    read_state,
    write_entries,
    write_state,
)
from search.outbox import Change, DocumentSource, Outbox, State
from search.projection import project

log = logging.getLogger(__name__)


class EmbeddedEngine(Engine):
    """Before it answers, it reads what it has missed."""

    def __init__(self, file: Path, source: DocumentSource | None = None) -> None:
        self.store = Store(file)
        self.source = source or Outbox()
        self.memory = Memory(self.store)
        super().__init__(self.memory)

    def prepare(self) -> None:
        """Catch up with the documents. One query where nothing has changed.

        A file that can't be written, as on a full disk, takes no answers from what is known.
        """
        if self.memory.state == self.source.state():
            return
        try:
            self.catch_up()
        except sqlite3.OperationalError as error:
            if self.memory.state is None:
                raise
            log.warning("The index file is of no use, older answers are given: %s", error)

    def answer(self, question: Question) -> SearchResult:
        """Answer from memory."""
        return self.memory.answer(question)

    def after_commit(self) -> None:
        """Nothing to do: the next search catches up."""

    def catch_up(self) -> Outcome:
        """Write what changed since the file's watermark; all of it, if the file is not ours."""
        before, now = self._states()
        if before == now:
            outcome = Outcome()
        elif _continues(before, now):
            outcome = self._write_since(now)
        else:
            outcome = self._fill_once()
        self.memory.follow()
        return outcome

    def rebuild(self) -> Outcome:
        """Fill the file anew in one transaction: until its end, readers see what was there."""
        outcome = self._fill(self.source.state())
        self.memory.follow()
        self.store.remove_former()
        return outcome

    def stored(self) -> dict[UUID, int]:
        """Catch up, then list what the file holds."""
        self.catch_up()
        with self.store.reading() as connection:
            return {UUID(key): seq for key, seq in read_numbers(connection).items()}

    def _states(self) -> tuple[State | None, State]:
        """Return how far the file has come, and the documents."""
        with self.store.reading() as connection:
            before = read_state(connection)
        # Asked after the file: the documents of the same history are never behind it.
        return before, self.source.state()

    def _fill_once(self) -> Outcome:
        """Fill the file, unless another thread or process did while this one waited."""
        with self.store.alone():
            before, now = self._states()
            return self._write_since(now) if _continues(before, now) else self._fill(now)

    def _fill(self, now: State) -> Outcome:
        found = _rows(change for change in self.source.changes() if change.document)
        with self.store.filling(found) as (connection, count):
            write_state(connection, now)
        return Outcome(count)

    def _write_since(self, now: State) -> Outcome:
        with self.store.writing() as connection:
            before = read_state(connection)
            if not _continues(before, now):
                return Outcome()  # another process, whose turn it was, knew more
            written = write_entries(connection, _rows(self.source.changes(before.watermark)))
            write_state(connection, now)
            return Outcome(max(written, 0))


def _rows(found: Iterator[Change]) -> Iterator[Row]:
    for change in found:
        content = project(change.document).to_json() if change.document else None
        yield str(change.translation_key), change.seq, content


def _continues(file: State | None, documents: State) -> TypeGuard[State]:
    """Tell whether a file holds an earlier state of these documents, and not of others."""
    return (
        file is not None
        and file.history == documents.history
        and file.watermark <= documents.watermark
    )
