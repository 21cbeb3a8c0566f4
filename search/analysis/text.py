"""A text into terms."""

from typing import NamedTuple

from search.analysis.fold import fold
from search.analysis.stems import stem
from search.analysis.stop_words import is_stop_word
from search.analysis.words import split_words


class Token(NamedTuple):
    """A term, and the place of its word in the text (the same in every language)."""

    position: int
    term: str


def analyse(text: str, language: str) -> list[Token]:
    """Return the terms of a text in a language, in order; stop words leave gaps."""
    return [
        Token(position, stem(word, language))
        for position, word in enumerate(split_words(fold(text)))
        if not is_stop_word(word, language)
    ]


def terms(text: str, language: str) -> str:
    """Return a text's terms with spaces between: what engines store."""
    return " ".join(token.term for token in analyse(text, language))
