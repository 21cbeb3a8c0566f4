"""What every engine can do, and the shapes of questions and answers."""

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from math import ceil
from typing import Final
from uuid import UUID

from search.analysis import QueryWord, query_words
from search.query import SearchQuery

# Fewer results than these are little: perhaps a word of the query is in no text.
ENOUGH: Final = 5


@dataclass(frozen=True)
class Question:
    """A query as engines read it.

    `keys` are the only entries to look among (None: all). An entry answers `least`
    of the words, or more. No words: everything, in a sensible order.
    """

    words: tuple[QueryWord, ...]
    filters: dict[str, tuple[str, ...]]
    keys: frozenset[UUID] | None
    language: str
    offset: int
    size: int
    least: int = 1


@dataclass(frozen=True)
class Hit:
    """An entry found; scores compare within one result only."""

    translation_key: UUID
    score: float


@dataclass(frozen=True)
class SearchResult:
    """One page of hits, how many there are in all, and the counts by facet and value.

    A facet's counts leave its own filter out: they say what choosing another value would give.
    """

    hits: list[Hit]
    total: int
    facets: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Outcome:
    """What bringing an engine up to date came to: documents written, and why it refused others."""

    written: int = 0
    left_out: dict[UUID, str] = field(default_factory=dict)


class Engine(ABC):
    """Finds entries. Every engine reads the documents by itself, from the outbox."""

    def search(self, query: SearchQuery, keys: Collection[UUID] | None = None) -> SearchResult:
        """Find what answers all the words of a query; where that is little, half of them, or any.

        What answers more of the words still comes first, so a rare exact hit stays on top.
        """
        question = Question(
            words=tuple(query_words(query.text)),
            filters=query.filters,
            keys=None if keys is None else frozenset(keys),
            language=query.language,
            offset=(query.page - 1) * query.page_size,
            size=query.page_size,
        )
        count = len(question.words)
        for least in (count, ceil(count / 2)):
            result = self.answer(replace(question, least=least))
            if result.total >= ENOUGH or count <= 1:
                return result
        return self.answer(question)

    @abstractmethod
    def answer(self, question: Question) -> SearchResult:
        """Answer one question."""

    @abstractmethod
    def after_commit(self) -> None:
        """Take notice that documents have changed; called after the commit, must not fail."""

    @abstractmethod
    def catch_up(self) -> Outcome:
        """Bring the engine level with the documents."""

    @abstractmethod
    def rebuild(self) -> Outcome:
        """Build the engine's data anew from the documents; searches go on meanwhile."""

    @abstractmethod
    def stored(self) -> dict[UUID, int]:
        """Return the sequence number of each document the engine holds, to compare with ours."""
