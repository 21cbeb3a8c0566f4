"""Text into words."""

import re

WORD = re.compile(r"[^\W_]+")
# "MLL:n" and "s2:ssa" are inflected after the colon, "mom's" after the apostrophe.
ENDING = re.compile(r"[:'’](?<=[^\W_].)[^\W\d_]+")


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without inflection after a colon or apostrophe."""
    return WORD.findall(ENDING.sub("", text.casefold()))
