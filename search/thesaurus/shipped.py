"""The concepts that come with the project: one YAML file per topic of families' lives."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from search.thesaurus.concept import Concept

FOLDER: Final = Path(__file__).parent / "concepts"
LANGUAGES: Final = ("fi", "sv", "en")


def shipped_concepts() -> Iterator[Concept]:
    """Yield every concept of every topic."""
    for file in sorted(FOLDER.glob("*.yaml")):
        for record in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            yield _concept(record)


def _concept(record: dict[str, Any]) -> Concept:
    facets = {"theme": [record["theme"]] if "theme" in record else []}
    facets["life_stage"] = record.get("life_stages", [])
    return Concept(
        code=record["id"],
        terms=_words(record, ""),
        everyday=_words(record, "everyday_"),
        broader=tuple(filter(None, [record.get("broader")])),
        related=tuple(record.get("related", ())),
        facets={name: tuple(values) for name, values in facets.items() if values},
        urgent=record.get("urgent", False),
    )


def _words(record: dict[str, Any], prefix: str) -> dict[str, tuple[str, ...]]:
    found = {code: tuple(map(str, record.get(f"{prefix}{code}", ()))) for code in LANGUAGES}
    return {code: words for code, words in found.items() if words}
