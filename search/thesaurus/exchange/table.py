"""Concepts as CSV: a row each, several wordings in a cell between bars."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Final

from django.utils.translation import gettext as _

from search.thesaurus.concept import Concept
from search.thesaurus.exchange.shapes import Contents, Fault, known_languages

BAR: Final = " | "
BYTE_ORDER_MARK: Final = "\ufeff"  # spreadsheet programs know UTF-8 by it
WORDINGS: Final = re.compile(r"(terms|everyday)_([a-z]{2,3})")
LISTS: Final = ("broader", "related", "theme", "life_stage")
COLUMNS: Final = ("code", *LISTS, "urgent", "note")
TRUTH: Final = {"": False, "0": False, "1": True}

Row = dict[str, str]


def write_table(concepts: Iterable[Concept]) -> str:
    """Return concepts as CSV."""
    columns = [f"{kind}_{code}" for kind in ("terms", "everyday") for code in _languages()]
    text = StringIO()
    writer = csv.DictWriter(text, ["code", *columns, *COLUMNS[1:]])
    writer.writeheader()
    writer.writerows(map(_row, concepts))
    return BYTE_ORDER_MARK + text.getvalue()


def read_table(text: str) -> Contents:
    """Read CSV with commas, semicolons or tabs."""
    contents = Contents()
    text = text.removeprefix(BYTE_ORDER_MARK)
    first = text.partition("\n")[0]
    rows = csv.DictReader(StringIO(text), delimiter=max(",;\t", key=first.count), strict=True)
    try:
        contents.faults += _faults_of_header(rows.fieldnames or ())
        if not contents.faults:
            _read_rows(rows, contents)
    except csv.Error as error:
        contents.faults.append(Fault(rows.line_num, "", str(error)))
    return contents


def _read_rows(rows: "csv.DictReader[str]", contents: Contents) -> None:
    line = rows.line_num + 1
    for row in rows:
        if any(value is None for value in row.values()) or None in row:
            contents.faults.append(Fault(line, "", _("This row has too few or too many cells.")))
        elif row.get("urgent", "") not in TRUTH:
            contents.faults.append(Fault(line, "urgent", _("Write 1 for urgent, or nothing.")))
        else:
            contents.concepts.append(_concept(row, contents))
            contents.places.append(line)
        line = rows.line_num + 1


def _faults_of_header(names: Iterable[str]) -> Iterator[Fault]:
    if "code" not in names:
        yield Fault(1, "code", _("This column is missing."))
    for name in names:
        if name not in COLUMNS and not WORDINGS.fullmatch(name):
            yield Fault(1, name, _("There is no such column."))


def _concept(row: Row, contents: Contents) -> Concept:
    lists = {name: _cells(row.get(name, "")) for name in LISTS}
    facets = {name: lists[name] for name in ("theme", "life_stage") if lists[name]}
    return Concept(
        code=row["code"],
        terms=_wordings(row, "terms", contents),
        everyday=_wordings(row, "everyday", contents),
        broader=lists["broader"],
        related=lists["related"],
        facets=facets,
        urgent=TRUTH[row.get("urgent", "")],
        note=row.get("note", ""),
    )


def _wordings(row: Row, kind: str, contents: Contents) -> dict[str, tuple[str, ...]]:
    found = {}
    for name, cell in row.items():
        column = WORDINGS.fullmatch(name)
        if column and column[1] == kind and (texts := _cells(cell)):
            if column[2] in known_languages():
                found[column[2]] = texts
            else:
                contents.left_out[f"@{column[2]}"] += len(texts)
    return found


def _row(concept: Concept) -> Row:
    lists = {"broader": concept.broader, "related": concept.related, **concept.facets}
    for kind, several in (("terms", concept.terms), ("everyday", concept.everyday)):
        lists |= {f"{kind}_{code}": texts for code, texts in several.items()}
    row = {name: BAR.join(values) for name, values in lists.items()}
    urgent = "1" if concept.urgent else ""
    return {"code": concept.code, **row, "urgent": urgent, "note": concept.note}


def _cells(cell: str) -> tuple[str, ...]:
    parts = (" ".join(part.split()) for part in cell.split(BAR.strip()))
    return tuple(dict.fromkeys(filter(None, parts)))


def _languages() -> list[str]:
    return sorted(known_languages())
