"""Engines to try, each with data of its own."""

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from elasticsearch import Elasticsearch, NotFoundError

from search.engines.base import Engine, SearchResult
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from search.query import SearchQuery

Finder = Callable[..., SearchResult]


@pytest.fixture(autouse=True)
def own_index_file(settings: Any, tmp_path: Path) -> Path:
    """No test sees another one's index."""
    settings.SEARCH_ENGINE = "embedded"
    settings.SEARCH_INDEX_FILE = tmp_path / "search.sqlite3"
    return settings.SEARCH_INDEX_FILE


@pytest.fixture(scope="session")
def built_lexicon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lexicon that the command makes of the system's dictionaries, made once."""
    from django.test import override_settings

    file = tmp_path_factory.mktemp("lexicon") / "lexicon.tsv"
    with override_settings(SEARCH_LEXICON_FILE=file):
        call_command("build_lexicon", verbosity=0)
    return file


@pytest.fixture
def lexicon(built_lexicon: Path, settings: Any) -> Path:
    """Finds words of the other language too."""
    settings.SEARCH_LEXICON_FILE = built_lexicon
    return built_lexicon


@pytest.fixture
def embedded(own_index_file: Path) -> EmbeddedEngine:
    return EmbeddedEngine(own_index_file)


@pytest.fixture
def elasticsearch_alias(settings: Any) -> Iterator[str]:
    """An alias of this test's own; what stands behind it is removed afterwards."""
    alias = f"familycentre-test-{uuid.uuid4().hex}"
    settings.ELASTICSEARCH_URL = os.environ["ELASTICSEARCH_URL"]
    settings.ELASTICSEARCH_INDEX = alias
    yield alias
    client = Elasticsearch(settings.ELASTICSEARCH_URL)
    try:
        names = list(client.indices.get_alias(name=alias))
    except NotFoundError:
        return
    for name in names:
        client.indices.delete(index=name)


@pytest.fixture
def elastic(
    elasticsearch_alias: str, settings: Any, embedded: EmbeddedEngine
) -> ElasticsearchEngine:
    return ElasticsearchEngine(settings.ELASTICSEARCH_URL, elasticsearch_alias, embedded)


@pytest.fixture(
    params=["embedded", pytest.param("elastic", marks=pytest.mark.elasticsearch)],
)
def engine(request: pytest.FixtureRequest, db: Any) -> Engine:
    """Every engine there is, empty and ready."""
    found: Engine = request.getfixturevalue(request.param)
    found.rebuild()
    return found


@pytest.fixture
def find(engine: Engine) -> Finder:
    """Bring the engine level with the documents, and search."""

    def search(
        text: str = "", *, keys: Any = None, language: str = "fi", **query: Any
    ) -> SearchResult:
        level(engine)
        return engine.search(SearchQuery(text=text, language=language, **query), keys)

    return search


def level(engine: Engine) -> None:
    """Bring an engine level with the documents, at once."""
    engine.catch_up()
    if isinstance(engine, ElasticsearchEngine):
        engine.client.indices.refresh(index=engine.alias)
