"""Places of Finland by both names: bilingual towns, municipalities and villages."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from search.analysis.reading import read

# A Finnish and a Swedish name a line, with a tab between them.
FILE: Final = Path(__file__).with_suffix(".tsv")


def other_names(term: str) -> tuple[str, ...]:
    """Return the terms of the same place's name in the other language."""
    return _names().get(term, ())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for finnish, swedish in _pairs():
        for own in read(finnish, "fi").wholes:
            for other in read(swedish, "sv").wholes:
                found[own].append(other)
                found[other].append(own)
    return {term: tuple(others) for term, others in found.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    for line in FILE.read_text(encoding="utf-8").splitlines():
        finnish, swedish = line.casefold().split("\t")
        yield finnish, swedish
