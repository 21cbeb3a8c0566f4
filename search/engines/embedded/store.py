"""The index file: its tables, and one connection per piece of work."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from search.analysis import VERSION as ANALYSIS_VERSION
from search.projection import FIELD_WEIGHTS

SCHEMA_VERSION: Final = 1
# A file of another version is emptied and filled again.
VERSION: Final = SCHEMA_VERSION * 1000 + ANALYSIS_VERSION
# How long a process waits for another one that is writing.
PATIENCE: Final = 20.0  # seconds

SCHEMA: Final = (
    "DROP TABLE IF EXISTS state",
    "DROP TABLE IF EXISTS entry",
    "DROP TABLE IF EXISTS facet",
    "DROP TABLE IF EXISTS terms",
    "CREATE TABLE state (history TEXT NOT NULL, watermark INTEGER NOT NULL)",
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        seq INTEGER NOT NULL,
        rank INTEGER NOT NULL,
        titles TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE facet (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        entry INTEGER NOT NULL,
        PRIMARY KEY (name, value, entry)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX facet_of_entry ON facet (entry)",
    f"""
    CREATE VIRTUAL TABLE terms USING fts5(
        {", ".join(FIELD_WEIGHTS)}, tokenize = "unicode61 remove_diacritics 0"
    )
    """,
    f"PRAGMA user_version = {VERSION}",
)


@dataclass(frozen=True)
class State:
    """How far a file has come, in the numbers of which database."""

    history: str
    watermark: int


class Store:
    """The file. Readers see the state before or after a write, never one in between (WAL)."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection to a file that has its tables."""
        connection = sqlite3.connect(self.file, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA temp_store = MEMORY")
            if not _has_tables(connection):
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
def _turn(connection: sqlite3.Connection) -> Iterator[None]:
    """Wait for this process's turn to write, and keep it until the end."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


def _has_tables(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA user_version").fetchone() == (VERSION,))


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    with _turn(connection):
        # Another process may have made them while this one waited.
        if not _has_tables(connection):
            for statement in SCHEMA:
                connection.execute(statement)


def read_state(connection: sqlite3.Connection) -> State | None:
    """Return how far the file has come; None when it was never filled."""
    row = connection.execute("SELECT history, watermark FROM state").fetchone()
    return State(*row) if row else None


def write_state(connection: sqlite3.Connection, state: State) -> None:
    """Note how far the file has come."""
    connection.execute("DELETE FROM state")
    connection.execute("INSERT INTO state VALUES (?, ?)", (state.history, state.watermark))
