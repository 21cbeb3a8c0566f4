"""Wordings of concepts, in the terms that questions and texts are read in."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from django.conf import settings

from search.analysis.colloquial import standard_words
from search.analysis.fold import fold
from search.analysis.reading import Reading, is_word, read, spoken_in
from search.analysis.stop_words import FUNCTION_WORDS, SHORT, is_function_word
from search.analysis.words import split_words

Terms = tuple[str, ...]


class Spoken(NamedTuple):
    """What one word of a wording may be read as: its own terms, and those it is derived from."""

    wholes: Terms
    roots: Terms

    @property
    def terms(self) -> Terms:
        """All of them."""
        return self.wholes + self.roots


Words = tuple[Spoken, ...]
# Words without which a wording says the opposite: "vill inte leva".
NEGATIONS: Final = {
    "fi": ("en", "et", "ei", "emme", "ette", "eivät"),
    "sv": ("inte", "icke", "ej", "aldrig"),
}


def terms_of(word: str, languages: Sequence[str], *, parts: bool = False) -> frozenset[str]:
    """Return the terms of a word that somebody asked with; with those of its parts."""
    readings = list(_readings(word, languages))
    own = {term for reading in readings for term in (*reading.wholes, *reading.roots)}
    return frozenset(own.union(*(reading.parts for reading in readings)) if parts else own)


def _readings(word: str, languages: Sequence[str]) -> Iterator[Reading]:
    """Read a word, and what texts call it."""
    for code in spoken_in(word, languages):
        yield read(word, code)
        yield from (read(standard, code) for standard in standard_words(word, code))


def spoken_terms(word: str, languages: Sequence[str], *, parts: bool = False) -> frozenset[str]:
    """Return the terms of a word of a question; none if it is one of grammar."""
    if _is_grammar(fold(word), languages[0]):
        return frozenset()
    return terms_of(word, languages, parts=parts)


def words_of(text: str, language: str) -> Words:
    """Return the words of a wording, without those of grammar."""
    everything = split_words(text)
    meaningful = [word for word in everything if not _is_grammar(fold(word), language)]
    return tuple(_spoken(word, language) for word in meaningful or everything)


def all_words_of(text: str, language: str) -> tuple[Terms, ...]:
    """Return the terms of all words of a wording."""
    return tuple(_spoken(word, language).terms for word in split_words(text))


def forget_wordings() -> None:
    """Give back the memory that reading all wordings took: questions don't ask for them."""
    _spoken.cache_clear()


def is_mostly_grammar(text: str, words: Words) -> bool:
    """Tell whether one of several words is left of a wording, without those of grammar."""
    return len(words) == 1 < len(split_words(text))


def is_negated(text: str, language: str) -> bool:
    """Tell whether a wording has a negation."""
    return any(not negations().isdisjoint(terms) for terms in all_words_of(text, language))


@cache
def negations() -> frozenset[str]:
    """Return the terms of words that turn a meaning round."""
    words = ((word, code) for code, several in NEGATIONS.items() for word in several)
    return frozenset(term for word, code in words for term in terms_of(word, [code]))


@cache
def _spoken(word: str, language: str) -> Spoken:
    """Read a word in its language, or in those that have it where its own doesn't: "neuvola"."""
    languages = [language]
    if not is_word(word, language):
        languages += [code for code in dict(settings.LANGUAGES) if is_word(word, code)]
    readings = [read(word, code) for code in languages]
    wholes = {term for reading in readings for term in reading.wholes}
    roots = {term for reading in readings for term in reading.roots}
    return Spoken(tuple(sorted(wholes)), tuple(sorted(roots - wholes)))


def _is_grammar(word: str, language: str) -> bool:
    """Questions lose the short words of any language's grammar, and so do wordings."""
    own = is_function_word(word, language)
    return own or (len(word) <= SHORT and any(word in words for words in FUNCTION_WORDS.values()))
