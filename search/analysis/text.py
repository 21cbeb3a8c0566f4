"""A text into terms, as the index has them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from search.analysis.fold import fold
from search.analysis.reading import read, written
from search.analysis.stop_words import is_function_word
from search.analysis.words import split_words


class TextTerms(NamedTuple):
    """The terms of a text: of whole words, and of those that are only the last or another part."""

    wholes: set[str]
    heads: set[str]
    parts: set[str]


def pairs(words: Sequence[str], language: str) -> Iterator[tuple[str, ...]]:
    """Yield the terms of every two words in a row: "Rädda Barnen" is more than its words."""
    readings = [read(word, language).wholes for word in words]
    for first, second in pairwise(readings):
        yield tuple(f"{one}+{other}" for one, other in product(first, second))


def analyse(text: str, language: str) -> TextTerms:
    """Return the terms of a text in a language, without its stop words."""
    found = [analyse_word(word, language) for word in set(split_words(text))]
    wholes: set[str] = set().union(*(own for own, _heads, _inside in found))
    heads: set[str] = set().union(*(heads for _own, heads, _inside in found))
    parts: set[str] = set().union(*(inside for _own, _heads, inside in found))
    return TextTerms(wholes, heads - wholes, parts - wholes - heads)


# A rebuild meets most words many times.
@lru_cache(maxsize=50_000)
def analyse_word(word: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the terms of one word, of its last parts and of all parts; none of one of grammar."""
    if is_function_word(fold(word), language):
        return (), (), ()
    reading = read(word, language)
    return (*reading.wholes, written(word)), reading.heads, reading.parts
