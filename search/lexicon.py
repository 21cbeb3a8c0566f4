"""Words of one language in the other, from the file that `build_lexicon` writes."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from django.conf import settings


def translations(term: str) -> tuple[str, ...]:
    """Return the terms of the other language that mean the same ("fi:suru" → "sv:sorg")."""
    return _lexicon(Path(settings.SEARCH_LEXICON_FILE)).get(term, ())


@lru_cache(maxsize=2)
def _lexicon(file: Path) -> dict[str, tuple[str, ...]]:
    """Read the file: two terms a line, each the other's translation; {} where it is missing."""
    if not file.exists():
        return {}
    found: dict[str, list[str]] = defaultdict(list)
    for line in file.read_text(encoding="utf-8").splitlines():
        first, second = line.split("\t")
        found[first].append(second)
        found[second].append(first)
    return {term: tuple(others) for term, others in found.items()}
