"""Which texts may be kept: those that can't tell of anybody."""

import re
import unicodedata
from itertools import pairwise
from typing import Final

from search.analysis.names import Sense, can_tell, sense
from search.analysis.words import WORD, split_words
from search.learning.known_words import KnownWords
from search.models.search_count import LONGEST

MOST_WORDS: Final = 8
MOST_DIGITS: Final = 2

AROUND: Final = re.compile(r"^[\W_]+|[\W_]+$")
ADDRESS_ON_THE_NET: Final = re.compile(r"@|://|\bwww\.", re.IGNORECASE)
# "0–3 v", and numbers that everybody knows: emergencies, and Europe's helplines. One of them.
WELL_KNOWN: Final = re.compile(r"(?<!\d)(?:\d{1,2} ?[-–] ?\d{1,2}|24/7|112|116 ?\d{3})(?![\d-])")
DIGITS: Final = re.compile(r"\d(?:[\s.,:/()+–-]*\d)*")
# A number after a word may be a house's, unless the word before or after says what it counts.
BEFORE_A_COUNT: Final = (
    r"alle|yli|under|över|täyttää|täytän|täytti|fyller|fyllde|luokka|luokalla|klass|åk|vko"
    r"|\w*viikko|\w*viikolla|\w*vecka|soita|ring"
)
AFTER_A_COUNT: Final = (
    r"v|kk|pv|vk|vko|lk|km|vuot\w+|vuoden|kuukau\w+|viik(?:ko|on)\w*|päiv\w+|tun[nt]i\w*|luok\w+"
    r"|år|års\w*|åri\w+|mån|månad\w*|veck(?:a|or)\w*|dag|dagar\w*|timm\w+"
)
HOUSE: Final = re.compile(
    rf"\b(?!(?:{BEFORE_A_COUNT})\b)[^\W\d_]{{2,}}[\W_]*"
    rf"(?!24/7|\d+(?: ?[-–] ?\d+|,\d+)?[. -]*(?:{AFTER_A_COUNT})\b)[1-9]",
    re.IGNORECASE,
)
MAY_BE_A_NAME: Final = frozenset({Sense.EITHER, Sense.UNKNOWN})


def normalised(text: str) -> str:
    """Return a text as it is counted: one spelling, lower case, no signs around it."""
    return AROUND.sub("", " ".join(unicodedata.normalize("NFC", text).casefold().split()))


def tells_of_nobody(text: str, language: str, known: KnownWords) -> bool:
    """Tell whether a text, as typed by a reader of a language, may be kept; in doubt it may not.

    It may not if it is longer than 80 characters or eight words, or holds one of these:
    - an e-mail or web address;
    - more than two digits in a row, or parted by spaces and signs only: a phone number, a personal
      identity code, a date, a postcode. Ages ("0–3 v") and well-known short numbers (112) may stay;
    - a number after a word that doesn't tell what it counts, as "vauva 3 kk" does: a house's;
    - a word that is nothing but somebody's name to a reader of the language;
    - two words side by side of which each may be a name: either known as one that is a word as
      well ("Meri Laine"), or a word that nobody knows;
    - a word that may be a name, in either way, written with a capital ("Salo lastensuojelu").

    Names of the site's municipalities, villages and areas are words. Those in titles and in the
    thesaurus are known, so one may stand by itself ("mannerheimin liitto"), but not beside another.
    Where the dictionaries are missing, every word has to be known.
    """
    words = split_words(text)
    return (
        len(normalised(text)) <= LONGEST
        and 0 < len(words) <= MOST_WORDS
        and not ADDRESS_ON_THE_NET.search(text)
        and not HOUSE.search(text)
        and not _has_many_digits(text)
        and not _has_a_name(text, words, language, known)
    )


def _has_many_digits(text: str) -> bool:
    left = WELL_KNOWN.sub("", text, count=1)
    return any(
        sum(character.isdigit() for character in run) > MOST_DIGITS for run in DIGITS.findall(left)
    )


def _has_a_name(text: str, words: list[str], language: str, known: KnownWords) -> bool:
    senses = [_sense(word, language, known) for word in words]
    maybe = {word for word, found in zip(words, senses, strict=True) if found in MAY_BE_A_NAME}
    return (
        Sense.NAME in senses
        or (Sense.UNKNOWN in senses and not can_tell())
        or bool(maybe & _capitalised(text))
        or any(MAY_BE_A_NAME.issuperset(pair) for pair in pairwise(senses))
    )


def _sense(word: str, language: str, known: KnownWords) -> Sense:
    if word.isdigit() or word in known.places:
        return Sense.WORD
    found = sense(word, language)
    if found is Sense.NAME and word in known.words:
        return Sense.EITHER
    if found is Sense.UNKNOWN and known.has_form_of(word):
        return Sense.WORD
    return found


def _capitalised(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text) if word.istitle()}
