"""The index: an explicit, strict mapping, under an alias that moves when a rebuild is ready."""

from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings

from search.analysis import version as analysis_version
from search.facets import FACETS
from search.projection import Projection

SHAPE: Final = 5
SETTINGS: Final[dict[str, Any]] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # Named explicitly, it also holds where nobody has searched for a while.
    "refresh_interval": "1s",
}


def made_for() -> dict[str, Any]:
    """Return what an index is made for; one made for something else is rebuilt."""
    return {
        "shape": SHAPE,
        "analysis": analysis_version(),
        "languages": sorted(code for code, _name in settings.LANGUAGES),
    }


def mapping() -> dict[str, Any]:
    """Return the fields, all of them named: what isn't here is refused."""
    return {
        "dynamic": "strict",
        "_meta": made_for(),
        "properties": {
            # Weights are ours: the server only needs to know which entries have a term.
            "terms": {
                "type": "text",
                "analyzer": "whitespace",
                "index_options": "docs",
                "norms": False,
            },
            "facets": _keywords(FACETS),
            "titles": _keywords(code for code, _name in settings.LANGUAGES),
            "languages": {"type": "keyword"},
            "rank": {"type": "short"},
            "key": {"type": "keyword"},
        },
    }


def _keywords(names: Iterable[str]) -> dict[str, Any]:
    properties = {name: {"type": "keyword"} for name in names}
    return {"type": "object", "dynamic": "strict", "properties": properties}


def source(key: str, projection: Projection) -> dict[str, Any]:
    """Return a document's body as the mapping wants it."""
    levels = enumerate(projection.levels)
    return {
        "key": key,
        "facets": projection.facets,
        "titles": projection.titles,
        "languages": projection.languages,
        "rank": projection.rank,
        "terms": " ".join(at_level(term, level) for level, terms in levels for term in terms),
    }


def at_level(term: str, level: int) -> str:
    """Return a term as the index has it, one for each level that it may stand at."""
    return f"{level}{term}"
