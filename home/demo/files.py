"""The demo's data files. A file that is missing holds nothing; a wrong one stops the loading."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from home.demo.record import DemoError, Record

FOLDER = Path(__file__).parent
# The C parser reads the files ten times as fast; PyYAML may be built without it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class DemoFiles:
    """All that the files say."""

    codes: Record
    front: Record
    sections: list[Record]
    doors: list[Record]
    life_situations: list[Record]
    municipalities: list[Record]
    service_paths: list[Record]
    articles: list[Record]
    organisations: list[Record]
    help_numbers: list[Record]
    users: list[Record]

    def check_all_read(self) -> None:
        """Complain about keys that nothing has read."""
        for value in vars(self).values():
            for record in value if isinstance(value, list) else [value]:
                record.complain_about_unread()


def read_files() -> DemoFiles:
    """Read everything, and see that no code is used twice."""
    organisations = [
        Record(_yaml(path), f"organisations/{path.name}:")
        for path in sorted((FOLDER / "organisations").glob("*.yaml"))
    ]
    entries = chain.from_iterable(record.parts("entries") for record in organisations)
    _check_unique(organisations)
    _check_unique(entries)
    return DemoFiles(
        codes=_record("codes.yaml"),
        front=_record("pages/front.yaml"),
        sections=_records("sections.yaml"),
        doors=_records("pages/doors.yaml"),
        life_situations=_records("pages/life_situations.yaml"),
        municipalities=_records("pages/municipalities.yaml"),
        service_paths=_records("pages/service_paths.yaml"),
        articles=_records("pages/articles.yaml"),
        organisations=organisations,
        help_numbers=_records("help_numbers.yaml"),
        users=_records("users.yaml"),
    )


def _check_unique(records: Any) -> None:
    codes = Counter(record.need("code", str) for record in records)
    twice = [code for code, times in codes.items() if times > 1]
    if twice:
        raise DemoError(f"organisations/: these codes are used twice: {', '.join(twice)}")


def _record(name: str) -> Record:
    return Record(_yaml(FOLDER / name) or {}, f"{name}:")


def _records(name: str) -> list[Record]:
    rows = _yaml(FOLDER / name) or []
    if not isinstance(rows, list):
        raise DemoError(f"{name}: a list is needed here")
    return [Record(row, f"{name}:") for row in rows]


def _yaml(path: Path) -> Any:
    if not path.exists():
        return None
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe one
    except yaml.YAMLError as error:
        raise DemoError(f"{path.relative_to(FOLDER)}: {error}") from error
