"""Finnish words taken apart by Voikko: the basic form, and the parts of compounds."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import Any, Final

from libvoikko import Voikko, VoikkoException

# "+perhe(perhe)+kahvila(kahvila)": what is written, and the word it is a form of. A word that
# begins with "+" is an ending: "+ui(uida)+n+ti(+ti)".
WRITTEN_AND_WORD: Final = re.compile(r"\+([^()+]+)\(([^)]+)\)")
MOST_READINGS: Final = 4
# Voikko's classes of words that say when, how and who, not what.
SMALL_WORDS: Final = frozenset(
    {"seikkasana", "asemosana", "sidesana", "suhdesana", "huudahdussana", "kieltosana"}
)
SHORTEST_PART: Final = 4
# So much of a part the word must be that it is a form of; else its endings say more.
SAME_WORD: Final = 0.5
LONGEST_MISSPELT: Final = 30  # letters; longer ones take Voikko too long

_turn = Lock()  # Voikko's handle must not be shared by threads at the same time


@cache
def voikko() -> Voikko | None:
    """Return the process's Voikko; None where Debian's libvoikko1 or voikko-fi is missing."""
    try:
        return Voikko("fi")
    except (OSError, VoikkoException):
        return None


def readings(word: str) -> list[tuple[str, list[list[str]]]]:
    """Return the basic forms that a word may be of, each with the ways to take it apart."""
    speller = voikko()
    if speller is None:
        return []
    found = _analyses(speller, word)
    if not found and (parts := _own_split(speller, word)):
        return [("".join(parts), [parts])]
    return [_reading(word, reading) for reading in found]


def is_word(word: str) -> bool:
    """Tell whether Voikko knows a word."""
    speller = voikko()
    return speller is not None and bool(_analyses(speller, word))


def word_classes(word: str) -> frozenset[str]:
    """Return the classes that Voikko puts a word into: nimisana, etunimi, paikannimi …"""
    speller = voikko()
    found = _analyses(speller, word) if speller else []
    return frozenset(str(reading["CLASS"]) for reading in found)


def says_little(word: str) -> bool:
    """Tell whether a word is an adverb, a pronoun or the like, whatever it may be a form of."""
    classes = word_classes(word)
    return bool(classes) and classes <= SMALL_WORDS


@lru_cache(maxsize=5_000)
def suggestions(word: str) -> tuple[str, ...]:
    """Return how Voikko would spell a word that it doesn't know, the likeliest first."""
    speller = voikko()
    if speller is None or len(word) > LONGEST_MISSPELT:
        return ()
    with _turn:
        return tuple(one.casefold() for one in speller.suggest(word) if one.isalpha())


def _analyses(speller: Voikko, word: str) -> list[dict[str, Any]]:
    with _turn:
        return list(speller.analyze(word)[:MOST_READINGS])


def _own_split(speller: Voikko, word: str) -> list[str]:
    """Take apart what Voikko doesn't take for a compound, both parts being words."""
    for end in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
        first, last = _analyses(speller, word[:end]), _analyses(speller, word[end:])
        if first and last:
            return [_basic(first[0], word[:end]), _basic(last[0], word[end:])]
    return []


def _reading(word: str, reading: dict[str, Any]) -> tuple[str, list[list[str]]]:
    basic = _basic(reading, word)
    parts = _lexemes(str(reading.get("WORDBASES", "")).casefold())
    whole = [[lexeme for _written, lexeme in parts]] if parts else []
    return basic, [*whole, *_in_two(basic, parts)]


def _basic(reading: dict[str, Any], word: str) -> str:
    """Return the basic form; Voikko marks where some compounds join: "hyvin=vointi"."""
    return str(reading.get("BASEFORM") or word).casefold().replace("=", "")


def _lexemes(word_bases: str) -> list[tuple[str, str]]:
    """Return the parts as they are written, with their endings, and the words they are of."""
    parts: list[tuple[str, str]] = []
    for written, lexeme in WRITTEN_AND_WORD.findall(word_bases):
        if not lexeme.startswith("+"):
            parts.append((written, lexeme))
        elif parts:
            parts[-1] = (parts[-1][0] + written, parts[-1][1])
    return [(written, _part(written, lexeme)) for written, lexeme in parts]


def _part(written: str, lexeme: str) -> str:
    """Return the word that a part is of; lapsettomuus, whose endings say most, is not of lapsi."""
    return lexeme if len(lexeme) >= SAME_WORD * len(written) else written


def _in_two(basic: str, parts: list[tuple[str, str]]) -> Iterator[list[str]]:
    """Yield three parts and more as two: iltapäivä+kerho, ilta+päiväkerho."""
    for number in range(1, len(parts)):
        before = "".join(written for written, _lexeme in parts[: number - 1])
        written_first = before + parts[number - 1][0]
        if len(parts) > len("ab") and basic.startswith(written_first):
            yield [before + parts[number - 1][1], basic[len(written_first) :]]
