"""Swedish compounds taken apart by a word list, with linking letters and inflected ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

from marisa_trie import BytesTrie, Trie

from search.analysis.fold import fold
from search.analysis.stems import stem

# Debian's hunspell-sv and wswedish. Hunspell's flags: X may begin a compound, Z is a form that
# stands in compounds only ("familje").
HUNSPELL: Final = Path("/usr/share/hunspell/sv_FI.dic")
WORD_LIST: Final = Path("/usr/share/dict/swedish")
SHORTEST_PART: Final = 3
# A word of the list may only look like a compound: kurator is no "kura" and "tor".
SHORTEST_PART_OF_KNOWN: Final = 4
MOST_SPLITS: Final = 2
MOST_PARTS: Final = 3
# Endings of inflected words, and what base forms have instead.
ENDINGS: Final = (
    ("ornas", "a"), ("orna", "a"), ("ors", "a"), ("or", "a"),
    ("arnas", ""), ("arna", ""), ("arna", "e"), ("ars", ""), ("ar", ""), ("ar", "e"), ("ar", "a"),
    ("ernas", ""), ("erna", ""), ("ers", ""), ("er", ""), ("er", "a"),
    ("ens", ""), ("en", ""), ("ets", ""), ("et", ""), ("nas", ""), ("na", ""),
    ("ade", "a"), ("at", "a"), ("ats", "a"), ("des", "a"), ("de", "a"), ("te", "a"),
    ("larna", "el"), ("lar", "el"), ("lerna", "el"), ("ler", "el"),
    ("rarna", "er"), ("rar", "er"), ("narna", "en"), ("nar", "en"),
    ("ns", ""), ("n", ""), ("t", ""), ("s", ""), ("a", ""), ("e", ""), ("r", ""),
)  # fmt: skip
# Plurals whose vowel changes, also at the end of compounds: mormödrar.
PLURALS: Final = {
    "mödrar": "mor", "fäder": "far", "bröder": "bror", "döttrar": "dotter", "systrar": "syster",
    "nätter": "natt", "städer": "stad", "händer": "hand", "tänder": "tand", "fötter": "fot",
    "böcker": "bok", "rötter": "rot",
}  # fmt: skip
PLURAL_ENDINGS: Final = ("", "s", "na", "nas")
CHANGED: Final = (
    *((f"{plural}{end}", base) for plural, base in PLURALS.items() for end in PLURAL_ENDINGS),
    *((f"män{end}", "man") for end in ("", "s", "nen", "nens")),
)
ALL_ENDINGS: Final = (*CHANGED, *ENDINGS)
MOST_BASE_FORMS: Final = 2
DOTTED: Final = "åäö"


@dataclass(frozen=True)
class WordList:
    """Base forms, words in any form, words that begin compounds, and the stems of all.

    Tries, which take a fiftieth of the memory of sets.
    """

    base_forms: Trie
    words: Trie
    beginnings: Trie
    stems: Trie

    def beginning(self, part: str) -> str | None:
        """Return the word that a compound's beginning is of: skol-, familje-, ungdoms-, kyrko-."""
        if part in self.words:
            return part
        candidates = [f"{part}a", f"{part}e"]
        if part[-1] in "seou" and len(part) > SHORTEST_PART:
            candidates = [part[:-1], f"{part[:-1]}a", *candidates]
        unchanged = part if part in self.beginnings else None
        return next((word for word in candidates if word in self.words), unchanged)

    def is_word(self, word: str) -> bool:
        """Tell whether a word, in any form, is in the list."""
        return word in self.words or stem(word, "sv") in self.stems


@cache
def word_list() -> WordList | None:
    """Return the process's word list; None where Debian's hunspell-sv is missing."""
    if not HUNSPELL.exists():
        return None
    base_forms = Trie(word for word, flags in _hunspell_words() if "Z" not in flags)
    words = Trie(chain(base_forms, _plain_words()))
    beginnings = Trie(word for word, flags in _hunspell_words() if "X" in flags)
    return WordList(base_forms, words, beginnings, Trie(stem(word, "sv") for word in words))


@cache
def folded_word_list() -> WordList | None:
    """Return the same without diacritics, for what hurried people type."""
    known = word_list()
    if known is None:
        return None
    return WordList(
        base_forms=Trie(map(fold, known.base_forms)),
        words=Trie(map(fold, known.words)),
        beginnings=Trie(map(fold, known.beginnings)),
        stems=Trie(map(fold, known.stems)),
    )


@cache
def _dots() -> BytesTrie:
    """Return the words that have dots by how they are written without."""
    known = word_list()
    words = known.words if known else ()
    pairs = ((fold(word), word.encode()) for word in words)
    return BytesTrie((bare, word) for bare, word in pairs if bare.encode() != word)


def dotted(word: str) -> str | None:
    """Return the word that hurried people type as this one, which is none: rådgivning.

    The dots that somebody did type are meant: babysång is no babysäng.
    """
    if is_word(word):
        return None
    candidates = (found.decode() for found in _dots().get(fold(word), ()))
    return next((known for known in candidates if _keeps_dots(word, known)), None)


def _keeps_dots(word: str, known: str) -> bool:
    return all(letter == own for letter, own in zip(word, known, strict=True) if letter in DOTTED)


def base_forms(word: str) -> list[str]:
    """Return the words that a word may be a form of; none where it is a base form itself."""
    known = word_list()
    if known is None:
        return []
    candidates = (word.removesuffix(end) + base for end, base in ALL_ENDINGS if word.endswith(end))
    found = [base for base in candidates if len(base) >= SHORTEST_PART and base in known.base_forms]
    return found[: 1 if word in known.base_forms else MOST_BASE_FORMS]


def is_word(word: str) -> bool:
    """Tell whether a word, in any form, is in the list."""
    known = word_list()
    return known is not None and known.is_word(word)


def splits(word: str) -> list[list[str]]:
    """Return the likeliest ways to take a compound apart, each as its parts' words."""
    known, folded = word_list(), folded_word_list()
    if known is None or folded is None:
        return []
    if known.is_word(word):
        return list(_in_two(word, known, SHORTEST_PART_OF_KNOWN))[:MOST_SPLITS]
    if found := _likeliest(word, known):
        return found
    return [[dotted(part) or part for part in split] for split in _likeliest(fold(word), folded)]


def _likeliest(word: str, known: WordList) -> list[list[str]]:
    in_two = list(_in_two(word, known, SHORTEST_PART))[:MOST_SPLITS]
    return in_two or list(_in_more(word, known, MOST_PARTS))[:1]


def _in_two(word: str, known: WordList, shortest: int) -> Iterator[list[str]]:
    for end in range(len(word) - shortest, shortest - 1, -1):
        first = known.beginning(word[:end])
        if first and known.is_word(word[end:]):
            yield [first, word[end:]]


def _in_more(word: str, known: WordList, most: int) -> Iterator[list[str]]:
    for end in range(len(word) - 2 * SHORTEST_PART, SHORTEST_PART - 1, -1):
        first = known.beginning(word[:end])
        if not first:
            continue
        rest = word[end:]
        more = _in_more(rest, known, most - 1) if most > MOST_SPLITS else ()
        for others in (*_in_two(rest, known, SHORTEST_PART), *more):
            yield [first, *others]


def capitalised_words() -> set[str]:
    """Return, in lower case, the words that the list has with a capital only; few are no names."""
    if not HUNSPELL.exists():
        return set()
    found = {word.casefold() for word, _flags in _as_written() if word.istitle()}
    found.difference_update(word for word, _flags in _as_written())
    found.difference_update(_plain_words())
    return found


def _hunspell_words() -> Iterator[tuple[str, str]]:
    for word, flags in _as_written():
        if len(word) >= SHORTEST_PART:
            yield word.casefold(), flags


def _as_written() -> Iterator[tuple[str, str]]:
    with HUNSPELL.open(encoding="utf-8") as lines:
        for line in lines:
            word, _slash, flags = line.split(None, 1)[0].partition("/")
            if word.isalpha() and not word.isupper():
                yield word, flags


def _plain_words() -> Iterator[str]:
    if WORD_LIST.exists():
        with WORD_LIST.open(encoding="iso-8859-1") as lines:
            yield from (word for word in map(str.strip, lines) if word.isalpha() and word.islower())
