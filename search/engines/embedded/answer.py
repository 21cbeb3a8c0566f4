"""One question in SQL: collect what matches, note which filter refuses it, count and sort."""

import json
import sqlite3
from collections import defaultdict
from typing import Final
from uuid import UUID

from search.analysis import QueryWord
from search.engines.base import Hit, Question, SearchResult
from search.projection import FIELD_WEIGHTS

# `refused` names the facets whose filter an entry doesn't pass: a result passes all of them,
# and counts in a facet where it passes all but perhaps that facet's own.
TABLES: Final = """
CREATE TEMP TABLE matched (entry INTEGER PRIMARY KEY, score REAL NOT NULL);
CREATE TEMP TABLE refused (entry INTEGER, name TEXT, PRIMARY KEY (entry, name)) WITHOUT ROWID;
"""
WEIGHTS: Final = ", ".join(str(weight) for weight in FIELD_WEIGHTS.values())
TERM: Final = f"""
SELECT ? AS word, rowid AS entry, -bm25(terms, {WEIGHTS}) * ? AS score
FROM terms WHERE terms MATCH ?
"""  # noqa: S608 - numbers of our own
ALL: Final = "INSERT INTO matched SELECT id, 0 FROM entry"
AMONG: Final = """
DELETE FROM matched WHERE entry NOT IN (
    SELECT id FROM entry WHERE key IN (SELECT value FROM json_each(?))
)
"""
REFUSE: Final = """
INSERT INTO refused SELECT entry, :name FROM matched WHERE entry NOT IN (
    SELECT entry FROM facet
    WHERE name = :name AND value IN (SELECT value FROM json_each(:values))
)
"""
TOTAL: Final = "SELECT COUNT(*) FROM matched WHERE entry NOT IN (SELECT entry FROM refused)"
PAGE: Final = """
SELECT entry.key, matched.score FROM matched JOIN entry ON entry.id = matched.entry
WHERE matched.entry NOT IN (SELECT entry FROM refused)
ORDER BY matched.score DESC, entry.rank DESC, json_extract(entry.titles, ?), entry.key
LIMIT ? OFFSET ?
"""
COUNTS: Final = """
SELECT name, value, COUNT(*) FROM matched JOIN facet USING (entry)
WHERE NOT EXISTS (
    SELECT 1 FROM refused WHERE refused.entry = facet.entry AND refused.name <> facet.name
)
GROUP BY name, value
"""


def answer(connection: sqlite3.Connection, question: Question) -> SearchResult:
    """Return the hits of one page, the total and the counts of every facet."""
    connection.executescript(TABLES)
    # One transaction sees one state, whoever writes meanwhile.
    connection.execute("BEGIN")
    with connection:
        return _read(connection, question)


def _read(connection: sqlite3.Connection, question: Question) -> SearchResult:
    if question.words:
        _match(connection, question.words, least=question.least)
    else:
        connection.execute(ALL)
    if question.keys is not None:
        connection.execute(AMONG, (json.dumps([str(key) for key in question.keys]),))
    for name, values in question.filters.items():
        connection.execute(REFUSE, {"name": name, "values": json.dumps(values)})
    return SearchResult(
        hits=_page(connection, question),
        total=connection.execute(TOTAL).fetchone()[0],
        facets=_counts(connection),
    )


def _match(connection: sqlite3.Connection, words: tuple[QueryWord, ...], *, least: int) -> None:
    """Score entries: of each word its best alternative, and the sum over the words."""
    alternatives = [
        (number, weight, f'"{term}"')
        for number, word in enumerate(words)
        for term, weight in word.alternatives
    ]
    connection.execute(
        # Materialised, because bm25() works only beside its own MATCH.
        f"WITH found AS MATERIALIZED ({' UNION ALL '.join([TERM] * len(alternatives))}) "  # noqa: S608
        "INSERT INTO matched SELECT entry, SUM(best) FROM "
        "(SELECT entry, MAX(score) AS best FROM found GROUP BY entry, word) "
        "GROUP BY entry HAVING COUNT(*) >= ?",
        [*(value for row in alternatives for value in row), least],
    )


def _page(connection: sqlite3.Connection, question: Question) -> list[Hit]:
    path = f'$."{question.language}"'
    rows = connection.execute(PAGE, (path, question.size, question.offset))
    return [Hit(UUID(key), score) for key, score in rows]


def _counts(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, value, count in connection.execute(COUNTS):
        counts[name][value] = count
    return dict(counts)
