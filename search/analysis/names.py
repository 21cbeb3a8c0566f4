"""Which words are names of people, as far as the dictionaries here know."""

from enum import Enum
from functools import cache, lru_cache
from typing import Final

from marisa_trie import Trie

from search.analysis import finnish, swedish

OF_PEOPLE: Final = frozenset({"etunimi", "sukunimi"})
OF_PLACES: Final = "paikannimi"


class Sense(Enum):
    """What a word can be. "Virtanen" is a name, "meri" may be one, "uni" is none."""

    UNKNOWN = "unknown"
    NAME = "name"
    EITHER = "either"
    WORD = "word"


def can_tell() -> bool:
    """Tell whether the dictionaries of both languages are here: without, no name is known."""
    return finnish.voikko() is not None and swedish.word_list() is not None


@lru_cache(maxsize=10_000)
def sense(word: str, language: str) -> Sense:
    """Return what a word in lower case can be to somebody who writes a language."""
    classes = finnish.word_classes(word)
    if classes == {OF_PLACES}:  # the Swedish list doesn't tell places from people
        return Sense.WORD
    is_finnish_word = bool(classes - OF_PEOPLE - {OF_PLACES})
    if classes & OF_PEOPLE or _is_swedish_name(word):
        is_word = _is_listed(word) if language == "sv" else is_finnish_word
        return Sense.EITHER if is_word else Sense.NAME
    is_word = is_finnish_word or swedish.is_word(word) or bool(swedish.splits(word))
    return Sense.WORD if is_word else Sense.UNKNOWN


def _is_listed(word: str) -> bool:
    known = swedish.word_list()
    return known is not None and word in known.words and word not in _swedish_names()


def _is_swedish_name(word: str) -> bool:
    """Tell so of "anna" and "annas", and not of "dans", which only ends as if it were Dan's."""
    names = _swedish_names()
    return word in names or (word.removesuffix("s") in names and not _is_listed(word))


@cache
def _swedish_names() -> Trie:
    """Return the words that the Swedish list has with a capital only."""
    return Trie(swedish.capitalised_words())
