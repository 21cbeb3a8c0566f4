"""The meaning of a question: trees of terms with weights, which both engines score alike.

A term scores the level that it stands at in an entry (search.projection.LEVELS), or 0.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the index."""

    text: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Scores the mean of its nodes where all of them match, or else 0."""

    nodes: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Scores the best of its options, so that nothing counts twice.

    `lasting`: many questions have this very node, so what it finds is worth remembering.
    """

    options: tuple["Option", ...]
    lasting: bool = field(default=False, compare=False)


class Option(NamedTuple):
    """A node, and how much it counts (1.0: as the word itself)."""

    weight: float
    node: "Node"


Node = Term | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a question, as it was written; `weight` is its share, all words' being 1.

    `meant` is the word that a misspelt one probably is; "" for any other.
    """

    text: str
    weight: float
    meaning: AnyOf
    is_place: bool = False
    meant: str = ""
