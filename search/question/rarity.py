"""How much a word says: rare ones more than those that stand in every second entry."""

from math import log
from typing import Final

from search.question.meaning import Node
from search.question.vocabulary import Vocabulary

# A word in half of the entries still says something.
LEAST: Final = 0.25
# An entry that scores less doesn't speak of the word.
SPEAKS_OF: Final = 0.35


def rarity(node: Node, vocabulary: Vocabulary) -> float:
    """Return between 0.25 (everywhere) and 1 (nowhere)."""
    entries, found = vocabulary.entries, vocabulary.matches(node, SPEAKS_OF)
    if not found:
        return 1.0
    return max(log(1 + entries / found) / log(1 + entries), LEAST)
