"""One spelling for all: "Äiti", "äiti" and "aiti" are the same word here."""

import unicodedata

# Letters of the neighbours that Unicode does not take apart.
UNDIVIDED = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th"})


def fold(text: str) -> str:
    """Return text in lower case without diacritics: å, ä → a and ö → o, as hurried people type."""
    # Some letters show their case only when they are taken apart, as those of mathematics.
    lower = unicodedata.normalize("NFKD", text).casefold()
    apart = unicodedata.normalize("NFKD", lower)
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return bare.translate(UNDIVIDED)
