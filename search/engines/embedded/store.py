"""The index file: what is ready to be searched, shared by all processes of a machine."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, flock
from pathlib import Path
from time import time
from typing import Final
from uuid import uuid4

from search.analysis import version as analysis_version
from search.outbox import State

Row = tuple[str, int, str | None]  # an entry's key, number and content

SCHEMA_VERSION: Final = 5
# How long a process waits for another one that is writing.
PATIENCE: Final = 20.0  # seconds
# A file that nobody writes for so long belongs to a version of the past.
FORMER: Final = 24 * 60 * 60  # seconds

SCHEMA: Final = (
    "DROP TABLE IF EXISTS state",
    "DROP TABLE IF EXISTS filling",
    "DROP TABLE IF EXISTS entry",
    "CREATE TABLE state (history TEXT NOT NULL, watermark INTEGER NOT NULL)",
    # A name that changes whenever the file is filled anew.
    "CREATE TABLE filling (name TEXT NOT NULL)",
    # `content` is a projection as JSON; NULL: the entry is gone.
    "CREATE TABLE entry (key TEXT PRIMARY KEY, seq INTEGER NOT NULL, content TEXT)",
    "CREATE INDEX entry_seq ON entry (seq)",
)


class Store:
    """The file. Readers see the state before or after a write, never one in between (WAL).

    Its name carries its version: while a site is updated, the old processes and the new ones have
    a file each.
    """

    def __init__(self, file: Path) -> None:
        self.file = file.with_stem(f"{file.stem}-{_version()}")
        self._all_versions = f"{file.stem}*{file.suffix}*"  # with what SQLite puts beside them

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait until no other thread or process is inside."""
        with _alone(self.file.with_name(f"{self.file.name}-filling")):
            yield

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection to a file that has its tables."""
        connection = sqlite3.connect(self.file, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            if not _has_tables(connection):
                # SQLite waits for nobody where it changes a new file's journal.
                with _alone(self.file.with_name(f"{self.file.name}-making")):
                    _make_tables(connection)
            yield connection
        finally:
            connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection that is the only writer; commits at the end, or undoes everything."""
        with self.reading() as connection, _turn(connection):
            yield connection

    @contextmanager
    def filling(self, rows: Iterable[Row]) -> Iterator[tuple[sqlite3.Connection, int]]:
        """Yield the only writer, these entries being in place of all others, and their number.

        They are made ready in a temporary table: neither in memory, nor in anybody's way.
        """
        with self.reading() as connection:
            connection.execute("CREATE TEMP TABLE ready (key, seq, content)")
            connection.execute("BEGIN")
            with connection:
                count = connection.executemany("INSERT INTO ready VALUES (?, ?, ?)", rows).rowcount
            with _turn(connection):
                connection.execute("DELETE FROM entry")
                connection.execute("INSERT INTO entry SELECT * FROM ready")
                connection.execute("DELETE FROM filling")
                connection.execute("INSERT INTO filling VALUES (?)", (uuid4().hex,))
                yield connection, max(count, 0)

    def remove_former(self) -> None:
        """Remove the files of other versions that nobody has written for a day."""
        for file in self.file.parent.glob(self._all_versions):
            if not file.name.startswith(self.file.name):
                with suppress(FileNotFoundError):
                    if time() - file.stat().st_mtime > FORMER:
                        file.unlink()


def read_state(connection: sqlite3.Connection) -> State | None:
    """Return how far the file has come; None when it was never filled."""
    row = connection.execute("SELECT history, watermark FROM state").fetchone()
    return State(*row) if row else None


def read_filling(connection: sqlite3.Connection) -> str:
    """Return the name of the file's filling; "" when it was never filled."""
    row = connection.execute("SELECT name FROM filling").fetchone()
    return str(row[0]) if row else ""


def write_state(connection: sqlite3.Connection, state: State) -> None:
    """Note how far the file has come."""
    connection.execute("DELETE FROM state")
    connection.execute("INSERT INTO state VALUES (?, ?)", (state.history, state.watermark))


def read_entries(connection: sqlite3.Connection, since: int) -> Iterator[tuple[str, str | None]]:
    """Yield key and content of the entries written after a number, oldest first."""
    yield from connection.execute(
        "SELECT key, content FROM entry WHERE seq > ? ORDER BY seq", (since,)
    )


def read_numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the number of every entry that isn't gone, by key."""
    return dict(connection.execute("SELECT key, seq FROM entry WHERE content IS NOT NULL"))


def write_entries(connection: sqlite3.Connection, rows: Iterable[Row]) -> int:
    """Write entries over what was there; return how many."""
    return connection.executemany(
        "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (key) "
        "DO UPDATE SET seq = excluded.seq, content = excluded.content",
        rows,
    ).rowcount


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as file:
        flock(file, LOCK_EX)
        yield  # closing the file lets the next one in


def _version() -> int:
    """Return the number that the file's name carries: another one is another file."""
    return SCHEMA_VERSION * 1000 + analysis_version()


@contextmanager
def _turn(connection: sqlite3.Connection) -> Iterator[None]:
    """Wait for this process's turn to write, and keep it until the end."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA user_version").fetchone() == (_version(),))


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    with _turn(connection):
        # Another process may have made them while this one waited.
        if not _has_tables(connection):
            for statement in SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {_version()}")
