"""A text into terms, as the index has them."""

from typing import NamedTuple

from search.analysis.fold import fold
from search.analysis.reading import read, written
from search.analysis.stop_words import is_function_word
from search.analysis.words import split_words


class TextTerms(NamedTuple):
    """The terms of a text: those of whole words, and those of their parts only."""

    wholes: set[str]
    parts: set[str]


def analyse(text: str, language: str) -> TextTerms:
    """Return the terms of a text in a language, without its stop words."""
    wholes: set[str] = set()
    parts: set[str] = set()
    for word in split_words(text):
        if not is_function_word(fold(word), language):
            reading = read(word, language)
            wholes.update(reading.wholes, (written(word),))
            parts.update(reading.parts)
    return TextTerms(wholes, parts - wholes)
