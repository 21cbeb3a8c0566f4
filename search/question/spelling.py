"""Words that no dictionary or no entry knows: what somebody may have meant by them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extract_iter

from search.analysis import finnish
from search.analysis.fold import fold
from search.analysis.reading import is_word, read, written
from search.question.meaning import Option, Term
from search.question.vocabulary import Vocabulary

if TYPE_CHECKING:  # the thesaurus answers in this package's words
    from search.thesaurus.matching import Thesaurus

# Letters that may be wrong in a word of so many letters or more.
TOLERANCE: Final = ((8, 2), (5, 1))
# How much a corrected word counts, by the number of its wrong letters.
WEIGHTS: Final = {1: 0.85, 2: 0.7}
# How much a word counts whose dots only are missing.
UNDOTTED: Final = 0.95
MOST_RESPELLINGS: Final = 2
# How much a word counts that begins or ends with the one asked for.
AFFIX: Final = 0.7
SHORTEST_AFFIX: Final = 4
SHORTEST_RESPELT: Final = 5


def guesses(word: str, language: str, vocabulary: Vocabulary) -> Iterator[Option]:
    """Yield the written words that a strange word may stand for."""
    reading = read(word, language)
    in_dictionary = is_word(word, language)
    if not in_dictionary:
        yield from _compounds_with(word, vocabulary)
    if any(term in vocabulary for term in (written(word), *reading.wholes)):
        return
    # Dictionaries make compounds freely: "kuratori" could be a market of mud.
    if not in_dictionary or any(len(split) > 1 for split in reading.splits):
        yield from _corrections(word, vocabulary)


class Respelling(NamedTuple):
    """A word that may be meant by a misspelt one, and how much it counts instead."""

    word: str
    language: str
    weight: float


def respellings(
    word: str, languages: Sequence[str], vocabulary: Vocabulary, thesaurus: "Thesaurus"
) -> list[Respelling]:
    """Return the words, the likeliest first, that a strange word is meant to be.

    They are words of the thesaurus, and those that Voikko suggests if any text has them.
    """
    folded = fold(word)
    if len(folded) < SHORTEST_RESPELT or _is_known(word, languages, thesaurus):
        return []
    most = 0 if written(word) in vocabulary else _most_wrong(folded)
    near = extract(
        folded, thesaurus.spellings.keys(), scorer=OSA.distance, score_cutoff=most, limit=4
    )
    found = {thesaurus.spellings[key]: distance for key, distance, _place in near}
    if "fi" in languages:
        for suggested in finnish.suggestions(word):
            distance = OSA.distance(folded, fold(suggested))
            spoken_of = any(term in vocabulary for term in read(suggested, "fi").wholes)
            if distance <= most and spoken_of:
                found.setdefault((suggested, "fi"), distance)
    best = sorted(found, key=lambda one: (found[one], one[1] != languages[0], one))
    return [Respelling(*one, WEIGHTS.get(found[one], UNDOTTED)) for one in best[:MOST_RESPELLINGS]]


def _is_known(word: str, languages: Sequence[str], thesaurus: "Thesaurus") -> bool:
    return any(is_word(word, code) for code in languages) or thesaurus.has(word, languages)


def is_correction(word: str, term: str) -> bool:
    """Tell whether a term is of a written word so near that it may be this one, spelt right."""
    folded = fold(word)
    distance = OSA.distance(folded, term.removeprefix("=")) if term.startswith("=") else 0
    return 0 < distance <= _most_wrong(folded)


def _compounds_with(word: str, vocabulary: Vocabulary) -> Iterator[Option]:
    """Yield compounds with a word that can't be taken apart: chat in Sateenkaarichat."""
    folded = fold(word)
    if len(folded) < SHORTEST_AFFIX:
        return
    for found in vocabulary.compounds_with(folded):
        yield Option(AFFIX, Term(f"={found}"))


def _corrections(word: str, vocabulary: Vocabulary) -> Iterator[Option]:
    folded = fold(word)
    most = _most_wrong(folded)
    if not most:
        return
    near = extract_iter(folded, vocabulary.written_words(), scorer=OSA.distance, score_cutoff=most)
    for found, distance, _position in near:
        if distance:
            yield Option(WEIGHTS[distance], Term(f"={found}"))


def _most_wrong(folded: str) -> int:
    return next((wrong for letters, wrong in TOLERANCE if len(folded) >= letters), 0)
