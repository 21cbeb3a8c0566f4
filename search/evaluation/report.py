"""Judged queries, their answers, and what they come to."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from search.evaluation.lines import read_lines
from search.evaluation.measures import DEPTH, Figures, mean, measure

HEAD: Final = f"{'category':<16} {'n':>4} {'nDCG@10':>8} {'R@10':>7} {'MRR':>7} {'S@3':>7}"


@dataclass(frozen=True)
class JudgedQuery:
    """A query in the reader's language; no relevant entry: nothing should be found."""

    name: str
    language: str
    category: str
    text: str
    relevance: dict[str, int]


@dataclass(frozen=True)
class Report:
    """Figures by category; `answered` holds how many rows each unanswerable query got.

    Means of nothing raise ZeroDivisionError; `lines` leaves them out.
    """

    categories: dict[str, list[Figures]]
    answered: list[int]

    @property
    def overall(self) -> Figures:
        """Every query counts the same."""
        return mean([one for several in self.categories.values() for one in several])

    @property
    def of_categories(self) -> Figures:
        """Every category counts the same."""
        return mean([mean(several) for several in self.categories.values()])

    @property
    def unanswered(self) -> float:
        """The share of unanswerable queries that got no row, as they should."""
        return self.answered.count(0) / len(self.answered)

    def lines(self) -> Iterator[str]:
        """Yield the report as a table."""
        yield HEAD
        for category, several in self.categories.items():
            yield _line(category, len(several), mean(several))
        if self.categories:
            count = sum(map(len, self.categories.values()))
            yield _line("ALL", count, self.overall)
            yield _line("MACRO", len(self.categories), self.of_categories)
        if self.answered:
            rows = sum(self.answered) / len(self.answered)
            silent = f"without a hit {self.unanswered:.0%}, rows {rows:.2f}"
            yield f"{'unanswerable':<16} {len(self.answered):4d} {silent}"


def read_queries(file: Path) -> list[JudgedQuery]:
    """Read a JSON Lines file of queries; raises OSError, or ValueError with the line."""
    return read_lines(file, _query)


def report(queries: list[JudgedQuery], run: dict[str, list[str]]) -> Report:
    """Measure a run: the ids of the entries found for each query, the best first."""
    categories: dict[str, list[Figures]] = defaultdict(list)
    answered = []
    for query in queries:
        if query.relevance:
            categories[query.category].append(measure(query.relevance, run[query.name]))
        else:
            answered.append(len(run[query.name][:DEPTH]))
    return Report(dict(categories), answered)


def _query(record: dict[str, Any]) -> JudgedQuery:
    """Read a query; an entry of grade 0 was looked at, and doesn't answer it."""
    relevance = {name: grade for name, grade in record["relevance"].items() if grade > 0}
    return JudgedQuery(record["id"], record["lang"], record["category"], record["query"], relevance)


def _line(name: str, count: int, figures: Figures) -> str:
    numbers = f"{figures.ndcg:8.3f} {figures.recall:7.3f} {figures.mrr:7.3f} {figures.success:7.3f}"
    return f"{name:<16} {count:4d} {numbers}"
