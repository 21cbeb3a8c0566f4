"""How a word of a language is read: what it is a form of, and what it is made of."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from sys import intern
from typing import Final, NamedTuple

from django.conf import settings

from search.analysis import finnish, swedish
from search.analysis.fold import fold
from search.analysis.roots import root
from search.analysis.stems import stem

# So much of a word its root must be to mean about the same.
SAME_FAMILY: Final = 0.6

Form = tuple[str, list[list[str]]]  # a basic form, and the ways to take it apart


class Reading(NamedTuple):
    """Terms of a word, each beginning with its language: "fi:uni".

    `wholes` are its own; each of `splits` is a way to take it apart.
    """

    wholes: tuple[str, ...]
    splits: tuple[tuple[str, ...], ...] = ()

    @property
    def is_compound(self) -> bool:
        """Whether it can be taken apart into several words."""
        return any(len(split) > 1 for split in self.splits)

    @property
    def roots(self) -> tuple[str, ...]:
        """The terms of words that it is derived from, and not put together of."""
        return tuple(split[0] for split in self.splits if len(split) == 1)

    @property
    def heads(self) -> tuple[str, ...]:
        """The terms of last parts: what a compound is, and derived from."""
        last = dict.fromkeys(split[-1] for split in self.splits)
        return tuple(term for term in last if term not in self.wholes)

    @property
    def parts(self) -> tuple[str, ...]:
        """The terms of all parts, each once."""
        several = (term for split in self.splits for term in split)
        return tuple(term for term in dict.fromkeys(several) if term not in self.wholes)


@lru_cache(maxsize=4_000)
def read(word: str, language: str) -> Reading:
    """Read one word in lower case."""
    if language == "fi" and (known := finnish.readings(word)):
        # Voikko's basic forms need no stemmer, which would make one of känni and kanssa.
        return _reading(language, known, str)
    if language == "sv":
        return _reading(language, _swedish_forms(swedish.dotted(word) or word), _swedish_term)
    return _reading(language, [(word, [])], partial(_folded_stem, language=language))


def written(word: str) -> str:
    """Return the term of a word as it stands, in whatever language: names are found by it."""
    return f"={fold(word)}"


def is_word(word: str, language: str) -> bool:
    """Tell whether a word is one of a language, as far as the dictionaries here know."""
    known = {"fi": finnish.is_word, "sv": swedish.is_word}.get(language)
    return known is not None and known(word)


def suggestions(word: str, language: str) -> Sequence[str]:
    """Return how a language's dictionary would spell a word that it doesn't know."""
    return finnish.suggestions(word) if language == "fi" else ()


def languages_from(language: str) -> list[str]:
    """Return the site's languages, the reader's own first."""
    return [language, *(code for code, _name in settings.LANGUAGES if code != language)]


def spoken_in(word: str, languages: Sequence[str]) -> Sequence[str]:
    """Return the reader's own language, the first, where it has the word; or else all."""
    return languages[:1] if is_word(word, languages[0]) else languages


def _reading(language: str, forms: Iterable[Form], term_of: Callable[[str], str]) -> Reading:
    wholes: dict[str, None] = {}
    splits: dict[tuple[str, ...], None] = {}
    for basic, several in forms:
        own = term_of(basic)
        wholes[_term(language, own)] = None
        found = [[term_of(part) for part in split] for split in several]
        if bare := root(own, language):
            found.append([bare])
        found += [["+".join(split)] for split in found if _is_all_of(split, own)]
        for split in found:
            if _says_something(split, own):
                splits[tuple(_term(language, term) for term in split)] = None
    return Reading(tuple(wholes), tuple(splits))


def _term(language: str, text: str) -> str:
    """Return one object for all words that share a term: there are many."""
    return intern(f"{language}:{text}")


def _is_all_of(split: list[str], own: str) -> bool:
    """Compounds of the same parts are of one family, velkaneuvonta and velkaneuvoja.

    Unless a prefix is left out: uusperhe.
    """
    return len(split) > 1 and split[0][:2] == own[:2]


def _says_something(split: list[str], own: str) -> bool:
    """A word may have only itself for a part; and lapsettomuus has little to do with lapsi."""
    return len(split) > 1 or (split != [own] and len(split[0]) >= SAME_FAMILY * len(own))


def _swedish_term(word: str) -> str:
    """Words of the dictionary keep their dots, which tell råd from rad; others may lack them."""
    return stem(word, "sv") if swedish.is_word(word) else _folded_stem(word, "sv")


def _folded_stem(word: str, language: str) -> str:
    return stem(fold(word), language)


def _swedish_forms(word: str) -> list[Form]:
    splits = [[*split[:-1], _base_form(split[-1])] for split in swedish.splits(word)]
    return [(word, splits), *((base, []) for base in swedish.base_forms(word))]


def _base_form(word: str) -> str:
    return next(iter(swedish.base_forms(word)), word)
