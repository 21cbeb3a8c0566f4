"""Words that nobody knows: the words that are meant by them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import OSA

from search.analysis.fold import fold
from search.analysis.reading import Reading, is_word, read, suggestions, written
from search.question.spelling import WEIGHTS, most_wrong
from search.question.vocabulary import Vocabulary

if TYPE_CHECKING:  # the thesaurus answers in this package's words
    from search.thesaurus.matching import Thesaurus

# How much a word counts whose dots only are missing.
UNDOTTED: Final = 0.95
SHORTEST: Final = 5
MOST_RESPELLINGS: Final = 2
# So many words of the thesaurus are looked at: the nearest come first.
MOST_CANDIDATES: Final = 4


class Respelling(NamedTuple):
    """A word that may be meant by a misspelt one, and how much it counts instead."""

    word: str
    language: str
    weight: float


def respellings(
    word: str, languages: Sequence[str], vocabulary: Vocabulary, thesaurus: "Thesaurus"
) -> list[Respelling]:
    """Return the words, the likeliest first, that a strange word is meant to be.

    They are words of the thesaurus, and those that a dictionary suggests if any text has them.
    """
    folded = fold(word)
    if len(folded) < SHORTEST or _is_known(word, languages, vocabulary, thesaurus):
        return []
    most = 0 if written(word) in vocabulary else most_wrong(folded)
    found = thesaurus.spellings.near(folded, most_wrong=most, limit=MOST_CANDIDATES)
    for language in languages:
        for suggested in suggestions(word, language):
            distance = OSA.distance(folded, fold(suggested))
            if distance <= most and _is_spoken_of(read(suggested, language), vocabulary):
                found.setdefault((suggested, language), distance)
    best = sorted(found, key=lambda one: (found[one], one[1] != languages[0], one))
    return [Respelling(*one, WEIGHTS.get(found[one], UNDOTTED)) for one in best[:MOST_RESPELLINGS]]


def _is_known(
    word: str, languages: Sequence[str], vocabulary: Vocabulary, thesaurus: "Thesaurus"
) -> bool:
    """Dictionaries make compounds freely: one that no text has may be a slip of the pen."""
    if thesaurus.has(word, languages):
        return True
    readings = [read(word, code) for code in languages if is_word(word, code)]
    return any(
        not reading.is_compound or _is_spoken_of(reading, vocabulary) for reading in readings
    )


def _is_spoken_of(reading: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether any entry has a word, as a dictionary reads it."""
    return any(term in vocabulary for term in reading.wholes)
