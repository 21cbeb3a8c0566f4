"""The relevance gate: judged questions over a corpus of their own, answered by both engines."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from search.engines.base import Engine, SearchResult
from search.evaluation.answering import ENGINES, TYPEAHEAD, answer
from search.evaluation.corpus import Corpus, read_corpus
from search.evaluation.report import JudgedQuery, read_queries, report
from search.query import SearchQuery

DATA = Path(__file__).parents[1] / "data" / "search"


@dataclass(frozen=True)
class Floors:
    """nDCG@10 over all questions and over the mean of their categories, and the share of the
    questions that nothing answers which must stay without a hit."""

    overall: float
    of_categories: float
    unanswered: float


# Other entries and other wording in each, by authors who had seen neither the search nor the other
# sets. In the third one hardly a word of the many everyday questions stands in the entries.
FLOORS = {
    "dev": Floors(0.93, 0.935, 0.9),
    "second": Floors(0.90, 0.91, 0.8),
    "third": Floors(0.81, 0.87, 0.8),
    "fourth": Floors(0.89, 0.91, 0.8),
    "fifth": Floors(0.88, 0.90, 0.75),
    "sixth": Floors(0.87, 0.89, 0.9),
    "seventh": Floors(0.86, 0.87, 0.75),
    "eighth": Floors(0.88, 0.90, 0.85),
    "ninth": Floors(0.91, 0.92, 0.9),
}

pytestmark = [pytest.mark.dictionaries, pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(params=FLOORS)
def judged(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def corpus(judged: str) -> Corpus:
    return read_corpus(DATA / f"{judged}_corpus.jsonl", DATA / "taxonomy.json")


@pytest.fixture
def queries(judged: str) -> list[JudgedQuery]:
    return read_queries(DATA / f"{judged}_queries.jsonl")


@contextmanager
def opened(name: str, corpus: Corpus, settings: Any) -> Iterator[Engine]:
    settings.ELASTICSEARCH_URL = os.environ.get("ELASTICSEARCH_URL", "")
    with ENGINES[name](corpus) as engine:
        yield engine


@pytest.mark.parametrize(
    "name", ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]
)
def test_the_engine_finds_what_was_judged_good(
    name: str,
    judged: str,
    corpus: Corpus,
    queries: list[JudgedQuery],
    settings: Any,
    lexicon: Path,
) -> None:
    with opened(name, corpus, settings) as engine:
        run = {query.name: answer(engine, corpus, query) for query in queries}
    found = report(queries, run)
    table = "\n".join(found.lines())
    floors = FLOORS[judged]
    assert found.overall.ndcg >= floors.overall, table
    assert found.of_categories.ndcg >= floors.of_categories, table
    assert found.unanswered >= floors.unanswered, table


@pytest.mark.elasticsearch
def test_both_engines_give_the_same_hits_with_the_same_scores(
    corpus: Corpus, queries: list[JudgedQuery], settings: Any, lexicon: Path
) -> None:
    with ExitStack() as stack:
        one, other = (
            stack.enter_context(opened(name, corpus, settings))
            for name in ("embedded", "elasticsearch")
        )
        for query in queries:
            if query.category != TYPEAHEAD:
                asked = SearchQuery(text=query.text, language=query.language, page_size=100)
                assert_same(query.text, one.search(asked), other.search(asked))


def assert_same(text: str, one: SearchResult, other: SearchResult) -> None:
    """Only what scores the same, but for the last bits of a number, may change places."""
    assert scores(one) == pytest.approx(scores(other), abs=1e-4), text
    assert (one.total, one.facets) == (other.total, other.facets), text
    assert in_order(one) == pytest.approx(in_order(other), abs=1e-4), text


def scores(result: SearchResult) -> dict[object, float]:
    return {hit.translation_key: hit.score for hit in (*result.hits, *result.closest)}


def in_order(result: SearchResult) -> list[float]:
    return [hit.score for hit in (*result.hits, *result.closest)]
