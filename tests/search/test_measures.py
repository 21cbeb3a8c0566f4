"""The figures of relevance, on answers small enough to work them out by hand."""

from collections.abc import Iterator
from itertools import count
from math import log2
from pathlib import Path
from typing import Any, ClassVar

import pytest
from elasticsearch import Elasticsearch

from search.evaluation.answering import elasticsearch
from search.evaluation.corpus import Corpus, read_corpus
from search.evaluation.measures import measure
from search.evaluation.report import read_queries, report
from search.outbox import Change

GRADES = {"best": 3, "good": 2, "marginal": 1}


def test_the_ideal_answer_is_one_in_everything() -> None:
    found = measure(GRADES, ["best", "good", "marginal"])
    assert (found.ndcg, found.recall, found.mrr, found.success) == (1, 1, 1, 1)


def test_gains_are_discounted_by_their_place() -> None:
    found = measure(GRADES, ["nothing", "good"])
    ideal = 7 + 3 / log2(3) + 1 / 2
    assert found.ndcg == pytest.approx(3 / log2(3) / ideal)
    assert (found.recall, found.mrr, found.success) == (0.5, 0.5, 0)


def test_only_the_first_ten_count() -> None:
    found = measure(GRADES, [f"nothing {number}" for number in range(10)] + ["best"])
    assert (found.ndcg, found.recall, found.mrr, found.success) == (0, 0, 0, 0)


def test_where_nothing_is_good_the_best_there_is_counts() -> None:
    assert measure({"marginal": 1}, ["marginal"]).recall == 1


def test_a_report_of_unanswerable_queries_alone_has_no_means(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    query = '{"id": "%s", "lang": "fi", "category": "none", "query": "kuu", "relevance": %s}\n'
    file.write_text(query % ("a", "{}") + "\n" + query % ("b", '{"d1": 0}'))
    found = report(read_queries(file), {"a": [], "b": ["d1"]})
    assert found.answered == [0, 1]
    assert [line.split()[0] for line in found.lines()] == ["category", "unanswerable"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": "a"}', "'.+' is missing"),
        ("[]", "list"),
        ("{", "Expecting"),
        (
            '{"id": "a", "lang": "fi", "category": "c", "query": "q", "relevance": []}',
            "missing|list",
        ),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(f"\n{line}\n")
    with pytest.raises(ValueError, match=f"line 2: .*({reason})"):
        read_queries(file)
    with pytest.raises(ValueError, match=f"line 2: .*({reason})"):
        read_corpus(file, None)


class Interrupted(Corpus):
    """A corpus that breaks off where it is to be written to the cluster, in the second reading."""

    readings: ClassVar = count(1)

    def changes(self, since: int = 0) -> Iterator[Change]:
        """Raise the second time."""
        if next(self.readings) > 1:
            raise InterruptedError
        yield from super().changes(since)


@pytest.mark.elasticsearch
def test_an_index_that_could_not_be_filled_is_removed(
    elasticsearch_alias: str, settings: Any
) -> None:
    client = Elasticsearch(settings.ELASTICSEARCH_URL)
    with pytest.raises(InterruptedError), elasticsearch(Interrupted({})):
        pass
    assert not client.indices.get(index=f"{elasticsearch_alias}-evaluation-*")
