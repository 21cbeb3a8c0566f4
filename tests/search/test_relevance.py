"""The relevance gate: judged questions over a corpus of their own, answered by both engines."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from search.engines.base import Engine, SearchResult
from search.evaluation.answering import ENGINES, TYPEAHEAD, answer
from search.evaluation.corpus import Corpus, read_corpus
from search.evaluation.report import JudgedQuery, read_queries, report
from search.query import SearchQuery

DATA = Path(__file__).parents[1] / "data" / "search"
FLOOR = 0.88  # nDCG@10 over all questions
FLOOR_OF_CATEGORIES = 0.90  # and over the mean of their categories
LEAST_UNANSWERED = 0.6  # of the questions that nothing answers

pytestmark = [pytest.mark.dictionaries, pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def corpus() -> Corpus:
    return read_corpus(DATA / "dev_corpus.jsonl", DATA / "taxonomy.json")


@pytest.fixture
def queries() -> list[JudgedQuery]:
    return read_queries(DATA / "dev_queries.jsonl")


@contextmanager
def opened(name: str, corpus: Corpus, settings: Any) -> Iterator[Engine]:
    settings.ELASTICSEARCH_URL = os.environ.get("ELASTICSEARCH_URL", "")
    with ENGINES[name](corpus) as engine:
        yield engine


@pytest.mark.parametrize(
    "name", ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]
)
def test_the_engine_finds_what_was_judged_good(
    name: str, corpus: Corpus, queries: list[JudgedQuery], settings: Any, lexicon: Path
) -> None:
    with opened(name, corpus, settings) as engine:
        run = {query.name: answer(engine, corpus, query) for query in queries}
    found = report(queries, run)
    table = "\n".join(found.lines())
    assert found.overall.ndcg >= FLOOR, table
    assert found.of_categories.ndcg >= FLOOR_OF_CATEGORIES, table
    assert found.unanswered >= LEAST_UNANSWERED, table


@pytest.mark.elasticsearch
def test_both_engines_give_the_same_hits_in_the_same_order(
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
    assert keys(one) == keys(other), text
    assert scores(one) == pytest.approx(scores(other), abs=1e-4), text
    assert (one.total, one.facets) == (other.total, other.facets), text


def keys(result: SearchResult) -> list[object]:
    return [hit.translation_key for hit in (*result.hits, *result.closest)]


def scores(result: SearchResult) -> list[float]:
    return [hit.score for hit in (*result.hits, *result.closest)]
