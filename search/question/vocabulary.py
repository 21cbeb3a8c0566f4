"""What the index knows of its terms: questions are weighed and corrected by it."""

from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID

from search.question.meaning import Node, Word


class Vocabulary(Protocol):
    """The terms of all entries."""

    @property
    def entries(self) -> int:
        """How many entries there are."""

    def __contains__(self, term: str) -> bool:
        """Tell whether any entry has a term."""

    def is_place(self, term: str) -> bool:
        """Tell whether a term names a municipality or a village."""

    def best(self, words: Sequence[Word]) -> float:
        """Return the score of the entry that answers these words best."""

    def matches(self, node: Node, least: float) -> int:
        """Count the entries in which a node scores at least so much."""

    def titles_beginning(self, text: str, language: str, limit: int) -> list[UUID]:
        """Return the entries with a title, or a word or part in it, that begins so; best first."""

    def written_words(self) -> Iterable[str]:
        """Return the folded words of all texts, as they stand in them."""

    def compounds_with(self, affix: str) -> Iterable[str]:
        """Return those of them that begin or end with another word."""
