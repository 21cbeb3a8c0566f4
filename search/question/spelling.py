"""Words that no entry has: which of the written words come near them."""

from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from search.analysis.fold import fold
from search.analysis.reading import is_word, read, written
from search.question.meaning import AllOf, Option, Term
from search.question.vocabulary import Vocabulary

# Letters that may be wrong in a word of so many letters or more.
TOLERANCE: Final = ((8, 2), (5, 1))
# How much a corrected word counts, by the number of its wrong letters.
WEIGHTS: Final = {1: 0.85, 2: 0.7}
# How much a word counts that begins or ends with the one asked for.
AFFIX: Final = 0.7
SHORTEST_AFFIX: Final = 4
# How much two words count that somebody wrote as one.
TOGETHER: Final = 0.8
SHORTEST_PART: Final = 4


def guesses(word: str, language: str, vocabulary: Vocabulary) -> Iterator[Option]:
    """Yield the written words that a strange word may stand for."""
    folded, in_dictionary = fold(word), is_word(word, language)
    is_written = _is_written(word, language, vocabulary)
    if not in_dictionary or not is_written:
        yield from _compounds_with(folded, vocabulary, last=in_dictionary)
    if is_written:
        return
    # Dictionaries make compounds freely: "kuratori" could be a market of mud.
    is_compound = read(word, language).is_compound
    if not in_dictionary or is_compound:
        corrections = list(_corrections(folded, vocabulary))
        yield from corrections
        if not corrections and not is_compound:
            yield from _guesses_at_parts(folded, vocabulary)


def guesses_at_joined(
    first: str, second: str, language: str, vocabulary: Vocabulary
) -> Iterator[Option]:
    """Yield the written words that two may stand for that somebody wrote apart, and one wrong."""
    if not all(_is_written(word, language, vocabulary) for word in (first, second)):
        yield from _corrections(fold(first + second), vocabulary)


def is_correction(word: str, term: str) -> bool:
    """Tell whether a term is of a written word so near that it may be this one, spelt right."""
    folded = fold(word)
    distance = OSA.distance(folded, term.removeprefix("=")) if term.startswith("=") else 0
    return 0 < distance <= most_wrong(folded)


def most_wrong(folded: str) -> int:
    """Return how many letters of a word may be wrong."""
    return next((wrong for letters, wrong in TOLERANCE if len(folded) >= letters), 0)


def _is_written(word: str, language: str, vocabulary: Vocabulary) -> bool:
    """Tell whether any entry has a word, in whatever form."""
    return any(term in vocabulary for term in (written(word), *read(word, language).wholes))


def _compounds_with(folded: str, vocabulary: Vocabulary, *, last: bool) -> Iterator[Option]:
    """Yield compounds with a word that no dictionary takes apart: chat in Sateenkaarichat.

    `last`: as their last part only.
    """
    if len(folded) < SHORTEST_AFFIX:
        return
    for found in vocabulary.compounds_with(folded):
        if not last or found.endswith(folded):
            yield Option(AFFIX, Term(f"={found}"))


def _guesses_at_parts(folded: str, vocabulary: Vocabulary) -> Iterator[Option]:
    """Yield two written words that somebody wrote as one, the last one misspelt perhaps."""
    for end in range(SHORTEST_PART, len(folded) - SHORTEST_PART + 1):
        first = next((term for term in _unlinked(folded[:end]) if term in vocabulary), None)
        if first is None:
            continue
        last = f"={folded[end:]}"
        if last in vocabulary:
            yield Option(TOGETHER, AllOf((Term(first), Term(last))))
        for weight, node in _corrections(folded[end:], vocabulary):
            yield Option(TOGETHER * weight, AllOf((Term(first), node)))


def _unlinked(beginning: str) -> Iterator[str]:
    """Yield the terms of a compound's beginning, without its linking letter too: missbruks-."""
    yield f"={beginning}"
    if beginning.endswith("s"):
        yield f"={beginning[:-1]}"


def _corrections(folded: str, vocabulary: Vocabulary) -> Iterator[Option]:
    most = most_wrong(folded)
    if not most:
        return
    near = extract_iter(folded, vocabulary.written_words(), scorer=OSA.distance, score_cutoff=most)
    for found, distance, _position in near:
        if distance:
            yield Option(WEIGHTS[distance], Term(f"={found}"))
