"""A corpus of entries as search documents; its README stands with the open set."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings

from search.documents import Document, Texts
from search.evaluation.lines import read_lines
from search.facets import SET
from search.outbox import Change, State

Labels = dict[str, dict[str, dict[str, str]]]
CORPUS_LANGUAGES: Final = ("fi", "sv")


@dataclass(frozen=True)
class Corpus:
    """Documents by the ids of the file; a source of documents for engines."""

    documents: dict[str, Document]

    @property
    def ids(self) -> dict[UUID, str]:
        """The file's id of each entry."""
        return {key_of(name): name for name in self.documents}

    def state(self) -> State:
        """All documents are there from the beginning."""
        return State("corpus", len(self.documents))

    def changes(self, since: int = 0) -> Iterator[Change]:
        """Yield the documents after a number."""
        for seq, (name, document) in enumerate(self.documents.items(), start=1):
            if seq > since:
                yield Change(key_of(name), seq, document)


def key_of(name: str) -> UUID:
    """Return the key that stands for an id of the file."""
    return uuid5(NAMESPACE_URL, name)


def read_corpus(file: Path, taxonomy: Path | None) -> Corpus:
    """Read a JSON Lines file of entries; raises OSError, or ValueError with the line."""
    labels: Labels = json.loads(taxonomy.read_text(encoding="utf-8")) if taxonomy else {}
    return Corpus(dict(read_lines(file, lambda record: (record["id"], _document(record, labels)))))


def _document(record: dict[str, Any], labels: Labels) -> Document:
    municipalities = record["municipality"]
    return Document(
        texts={
            code: Texts(record[f"title_{code}"], record[f"summary_{code}"], record[f"body_{code}"])
            for code in CORPUS_LANGUAGES
            if record[f"title_{code}"]
        },
        organisations=_words(labels, "organisation", [record["organisation"]]),
        labels=_merged(
            _words(labels, "themes", record["themes"]),
            _words(labels, "sector", [record["sector"]]),
            _words(labels, "type", [record["type"]]),
        ),
        places=_words(labels, "municipality", municipalities),
        facets={
            "kind": [record["type"]],
            "municipality": municipalities,
            "sector": [record["sector"]],
            "theme": record["themes"],
            "life_stage": record["life_stage"],
            "language": record["languages"],
            "free": [SET] if record["is_free"] else [],
        },
        local=len(municipalities) == 1,
    )


def _words(labels: Labels, scheme: str, codes: list[str]) -> dict[str, list[str]]:
    known = [labels.get(scheme, {}).get(code, {}) for code in codes]
    return {
        language: [label[language] for label in known if label.get(language)]
        for language, _name in settings.LANGUAGES
    }


def _merged(*several: dict[str, list[str]]) -> dict[str, list[str]]:
    return {
        language: [word for words in several for word in words.get(language, ())]
        for language, _name in settings.LANGUAGES
    }
