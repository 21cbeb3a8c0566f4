"""The coordinator's table, applied: what the catalogue's codes mean here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from intake.models import CodeMapping
from services.codes import Audience, Kind, LifeStage
from services.models import Theme

DEFAULTS = Path(__file__).with_name("codes.yaml")


@dataclass(frozen=True)
class Meaning:
    """What an entry's codes come to."""

    kind: str
    themes: list[str]
    life_stages: list[str]
    audiences: list[str]


class CodeTable:
    """The table as it is now. Themes that this site does not have are left out."""

    def __init__(self) -> None:
        self._rows = {(row.scheme, row.code): row for row in CodeMapping.objects.all()}
        self._themes = list(Theme.objects.values_list("code", flat=True))

    def meaning(self, codes: Mapping[str, Iterable[str]]) -> Meaning:
        """Return what the codes of a record mean together, by code list."""
        found = [self._row(scheme, code) for scheme, several in codes.items() for code in several]
        rows = [row for row in found if row]
        stages = _ordered((row.life_stages for row in rows), LifeStage.values)
        return Meaning(
            kind=next((row.kind for row in rows if row.kind), Kind.SERVICE.value),
            themes=_ordered((row.themes for row in rows), self._themes),
            life_stages=[LifeStage.ALL.value] if LifeStage.ALL in stages else stages,
            audiences=_ordered((row.audiences for row in rows), Audience.values),
        )

    def _row(self, scheme: str, code: str) -> CodeMapping | None:
        """Look a code up, then its broader ones: "P6.3", "P6"."""
        while code:
            if (scheme, code) in self._rows:
                return self._rows[scheme, code]
            code = code.rpartition(".")[0]
        return None


def default_rows() -> list[dict[str, Any]]:
    """Return the table that a new site begins with, as the columns of CodeMapping."""
    lists: dict[str, list[dict[str, Any]]] = yaml.safe_load(DEFAULTS.read_text(encoding="utf-8"))
    return [{"scheme": scheme, **row} for scheme, rows in lists.items() for row in rows]


def _ordered(lists: Iterable[Iterable[str]], order: Iterable[str]) -> list[str]:
    wanted = {code for several in lists for code in several}
    return [code for code in order if code in wanted]
