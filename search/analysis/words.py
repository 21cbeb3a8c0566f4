"""Folded text into words."""

import re

WORD = re.compile(r"[^\W_]+")
# "MLL:n" and "s2:ssa" are inflected after the colon, "mom's" after the apostrophe.
ENDING = re.compile(r"(?<=[^\W\d_])[:'’][^\W\d_]+")


def split_words(folded: str) -> list[str]:
    """Return the words of a text, without inflection after a colon or an apostrophe."""
    return WORD.findall(ENDING.sub("", folded))
