"""Engines answer queries; all of them are projections of the search documents."""

from functools import lru_cache
from pathlib import Path
from threading import Lock

from django.conf import settings

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine

NAMES = ("embedded", "elasticsearch")

_turn = Lock()  # a cache alone would let several threads make one each


def get_engine() -> Engine:
    """Return the engine that the settings choose, one per process."""
    with _turn:
        return _engine(
            settings.SEARCH_ENGINE,
            Path(settings.SEARCH_INDEX_FILE),
            settings.ELASTICSEARCH_URL,
            settings.ELASTICSEARCH_INDEX,
        )


@lru_cache
def _engine(name: str, file: Path, url: str, index: str) -> Engine:
    embedded = EmbeddedEngine(file)
    if name == "elasticsearch":
        # Its client takes 20 MB, which a site without it has no use for.
        from search.engines.elasticsearch import ElasticsearchEngine
        from search.engines.guarded import GuardedEngine

        return GuardedEngine(ElasticsearchEngine(url, index, embedded), embedded)
    return embedded
