"""Answers the judged queries as the site would, on an index of the corpus alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import uuid4

from django.conf import settings

from search.engines.base import Engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.rebuild import fill
from search.engines.embedded import EmbeddedEngine
from search.evaluation.corpus import Corpus
from search.evaluation.measures import DEPTH
from search.evaluation.report import JudgedQuery
from search.query import SearchQuery
from search.suggesting import suggested_entries

TYPEAHEAD: Final = "typeahead"


@contextmanager
def embedded(corpus: Corpus) -> Iterator[EmbeddedEngine]:
    """Yield an embedded engine that knows the corpus, in a file that goes away."""
    with TemporaryDirectory() as folder:
        engine = EmbeddedEngine(Path(folder) / "index.sqlite3", corpus)
        engine.rebuild()
        yield engine


@contextmanager
def elasticsearch(corpus: Corpus) -> Iterator[Engine]:
    """Yield Elasticsearch with an index of the corpus, which goes away."""
    with embedded(corpus) as reader:
        name = f"{settings.ELASTICSEARCH_INDEX}-evaluation-{uuid4().hex}"
        engine = ElasticsearchEngine(settings.ELASTICSEARCH_URL, name, reader)
        try:
            fill(engine.client, name, corpus.changes())
            yield engine
        finally:
            engine.client.indices.delete(index=name, ignore_unavailable=True)


ENGINES: Final = {"embedded": embedded, "elasticsearch": elasticsearch}


def answer(engine: Engine, corpus: Corpus, query: JudgedQuery) -> list[str]:
    """Return the ids of the entries found, the best first, at most ten."""
    ids = corpus.ids
    if query.category == TYPEAHEAD:
        keys = suggested_entries(engine.vocabulary, query.text, query.language, DEPTH)
        return [ids[key] for key in keys]
    asked = SearchQuery(text=query.text, language=query.language, page_size=DEPTH)
    return [ids[hit.translation_key] for hit in engine.search(asked).hits]
