"""Writes documents into the index file."""

import json
import sqlite3
from collections.abc import Iterable
from uuid import UUID

from search.projection import FIELD_WEIGHTS, Projection

INSERT_TERMS = (
    f"INSERT INTO terms (rowid, {', '.join(FIELD_WEIGHTS)}) "  # noqa: S608 - our own names
    f"VALUES (?{', ?' * len(FIELD_WEIGHTS)})"
)


def clear(connection: sqlite3.Connection) -> None:
    """Remove every entry."""
    for table in ("entry", "facet", "terms"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names


def remove(connection: sqlite3.Connection, key: UUID) -> None:
    """Remove an entry, if it is there."""
    found = connection.execute("SELECT id FROM entry WHERE key = ?", (str(key),)).fetchone()
    if found:
        connection.execute("DELETE FROM terms WHERE rowid = ?", found)
        connection.execute("DELETE FROM facet WHERE entry = ?", found)
        connection.execute("DELETE FROM entry WHERE id = ?", found)


def insert(connection: sqlite3.Connection, key: UUID, seq: int, projection: Projection) -> None:
    """Add an entry that is not there yet."""
    titles = json.dumps(projection.titles)
    entry_id = connection.execute(
        "INSERT INTO entry (key, seq, rank, titles) VALUES (?, ?, ?, ?)",
        (str(key), seq, projection.rank, titles),
    ).lastrowid
    fields = [projection.fields[name] for name in FIELD_WEIGHTS]
    connection.execute(INSERT_TERMS, [entry_id, *fields])
    connection.executemany(
        "INSERT INTO facet VALUES (?, ?, ?)",
        ((name, value, entry_id) for name, value in _pairs(projection.facets)),
    )


def _pairs(facets: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    return ((name, value) for name, values in facets.items() for value in set(values))
