"""The records of an import, put aside on disk: memory stays flat, and services find channels."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Self

from django.utils.translation import gettext as _

from intake.ptv import wire
from intake.ptv.files import Source
from intake.ptv.records import Channel, Organisation, RecordError, RecordKind, Service
from intake.ptv.stream import UnreadableFileError, objects
from intake.report import Problem


@dataclass(frozen=True)
class Staged:
    """A record as it came, and from where."""

    kind: RecordKind
    id: str
    file: str
    raw: dict[str, Any]

    def read(self) -> Organisation | Service | Channel:
        """Read the record; raises RecordError where it is broken."""
        found = wire.recognise(self.raw)
        if found is None:
            raise RecordError(_("This is no record of the catalogue."))
        version, kind = found
        read: Organisation | Service | Channel = getattr(version, kind)(self.raw)
        return read

    def problem(self, reason: str) -> Problem:
        """Say what is wrong with the record."""
        return Problem(self.file, self.id, reason)


class Stage:
    """A table of raw records in a database that lives in a temporary file, and its problems."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        # Whether every record that is there was seen: only then can others be missing.
        self.complete = True
        # No name: SQLite keeps it in a file of its own and removes it in the end.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute(
            "CREATE TABLE record (kind TEXT, id TEXT, file TEXT, raw TEXT, PRIMARY KEY (kind, id))"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._database.close()

    def add(self, sources: Iterable[Source]) -> None:
        """Put the records of files aside; a file that breaks in the middle is left out whole."""
        self._database.execute("BEGIN")
        for source in sources:
            self._database.execute("SAVEPOINT file")
            try:
                self._add_file(source)
            except UnreadableFileError as error:
                self._database.execute("ROLLBACK TO file")
                self._leave_out(Problem(source.name, "", str(error)))
            self._database.execute("RELEASE file")
        self._database.execute("COMMIT")

    def count(self, kind: RecordKind) -> int:
        """Return how many records of a kind there are."""
        query = "SELECT COUNT(*) FROM record WHERE kind = ?"
        number: int = self._database.execute(query, [kind]).fetchone()[0]
        return number

    def records(self, kind: RecordKind) -> Iterator[Staged]:
        """Yield all records of a kind, in the order in which they came."""
        query = "SELECT kind, id, file, raw FROM record WHERE kind = ? ORDER BY rowid"
        for row in self._database.execute(query, [kind]):
            yield _staged(row)

    def find(self, kind: RecordKind, record_id: str) -> Staged | None:
        """Return one record."""
        query = "SELECT kind, id, file, raw FROM record WHERE kind = ? AND id = ?"
        row = self._database.execute(query, [kind, record_id]).fetchone()
        return _staged(row) if row else None

    def _add_file(self, source: Source) -> None:
        strange = known = 0
        for raw in objects(source):
            if isinstance(raw, dict) and wire.is_beside(raw):
                known += 1
            elif isinstance(raw, dict) and wire.recognise(raw):
                known += 1
                self._add_record(source, raw)
            else:
                strange += 1
        if strange and not known:
            self._leave_out(Problem(source.name, "", _("There is nothing of PTV in this file.")))
        elif strange:
            reason = _("Not a record of PTV: %(count)s items of this file.") % {"count": strange}
            self._leave_out(Problem(source.name, "", reason))

    def _add_record(self, source: Source, raw: dict[str, Any]) -> None:
        found = wire.recognise(raw)
        record_id = raw.get("id")
        if found is None or not isinstance(record_id, str) or not record_id:
            self._leave_out(Problem(source.name, "", _("A record without an id.")))
            return
        self._database.execute(
            "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)",
            [found[1], record_id, source.name, json.dumps(raw)],
        )

    def _leave_out(self, problem: Problem) -> None:
        self.problems.append(problem)
        self.complete = False


def _staged(row: tuple[Any, ...]) -> Staged:
    kind, record_id, file, raw = row
    return Staged(kind, record_id, file, json.loads(raw))
