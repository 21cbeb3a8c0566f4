"""What every engine can do, and the shapes of questions and answers."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from search.analysis.words import split_words
from search.query import SearchQuery
from search.question import Vocabulary, Word, read_question
from search.thesaurus import current_thesaurus

# Scores lie between 0 and about 1: every word found in the title comes to 1.
# Where the best one scores less, nothing answers, by the number of words, also those of grammar:
# who speaks in sentences says things in words that no entry has.
FLOORS: Final = {1: 0.42, 2: 0.42, 3: 0.32}
FLOOR_OF_A_SENTENCE: Final = 0.26
LEAST: Final = 0.22  # what scores less is no answer beside a better one
SHARE_OF_BEST: Final = 0.35  # nor is what scores so much less than the best one
# A short question whose best answer is so weak may have none: only what comes near it is shown.
SHORT: Final = 2  # words
WEAK: Final = 0.5
SHARE_OF_A_WEAK_BEST: Final = 0.8
# Some word of a longer one stands nearly everywhere.
SHARE_OF_BEST_IN_A_STORY: Final = 0.45
# Engines differ in the last bits of a number, and scores come in round ones: no limit is round.
ROUNDING: Final = 0.000317
CLOSEST_SCORE: Final = 0.1  # but may be offered where there is none
CLOSEST: Final = 5
OWN_LANGUAGE: Final = 0.02  # what a text in the reader's language counts more


@dataclass(frozen=True)
class Question:
    """A query as engines read it.

    What scores less than `least` is no answer. `keys` are the only entries to look among (None:
    all). `counted` are sets of entries by name: how many of each are found is asked too. No words:
    everything, in a sensible order.
    """

    words: tuple[Word, ...]
    filters: dict[str, tuple[str, ...]]
    keys: frozenset[UUID] | None
    language: str
    least: float
    offset: int
    size: int
    counted: Mapping[str, frozenset[UUID]] = field(default_factory=dict)


@dataclass(frozen=True)
class Hit:
    """An entry found; scores compare within one result only."""

    translation_key: UUID
    score: float


@dataclass(frozen=True)
class SearchResult:
    """One page of hits, how many there are in all, and the counts by facet and value.

    A facet's counts leave its own filter out: they say what choosing another value would give.
    Where there is no hit, `closest` are the few that come nearest. `words` are the question as it
    was read.
    """

    hits: list[Hit]
    total: int
    facets: dict[str, dict[str, int]]
    closest: list[Hit] = field(default_factory=list)
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What bringing an engine up to date came to: documents written, and why it refused others."""

    written: int = 0
    left_out: dict[UUID, str] = field(default_factory=dict)


class Engine(ABC):
    """Finds entries. Every engine reads the documents by itself, from the outbox."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def search(
        self,
        query: SearchQuery,
        keys: Collection[UUID] | None = None,
        counted: Mapping[str, frozenset[UUID]] | None = None,
    ) -> SearchResult:
        """Read a query by what is known of all texts, and answer it."""
        question = self.read(query, keys, counted)
        return replace(self.answer(question), words=question.words)

    def read(
        self,
        query: SearchQuery,
        keys: Collection[UUID] | None = None,
        counted: Mapping[str, frozenset[UUID]] | None = None,
    ) -> Question:
        """Read a query by what is known of all texts."""
        self.prepare()
        words: tuple[Word, ...] = ()
        if query.text:
            words = read_question(query.text, query.language, self.vocabulary, current_thesaurus())
        return Question(
            words=words,
            filters=query.filters,
            keys=None if keys is None else frozenset(keys),
            language=query.language,
            least=self._least(words, len(split_words(query.text))) if words else 0.0,
            offset=(query.page - 1) * query.page_size,
            size=query.page_size,
            counted=counted or {},
        )

    def _least(self, words: tuple[Word, ...], spoken: int) -> float:
        """Return what an answer must score: nothing answers where the best one is too weak.

        `spoken` is the number of all words, those of grammar included.
        """
        best = self.vocabulary.best(words)
        floor = FLOORS.get(spoken, FLOOR_OF_A_SENTENCE)
        if best < floor:
            return floor
        return max(LEAST, _share_of_best(words, best) * best) - ROUNDING

    @abstractmethod
    def prepare(self) -> None:
        """Bring what questions are read by level with the documents."""

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


def _share_of_best(words: tuple[Word, ...], best: float) -> float:
    if any(word.is_place for word in words):
        return SHARE_OF_BEST
    if len(words) > SHORT:
        return SHARE_OF_BEST_IN_A_STORY
    return SHARE_OF_A_WEAK_BEST if best < WEAK else SHARE_OF_BEST
