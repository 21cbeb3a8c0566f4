"""Words without their inflection."""

from threading import local
from typing import Final

import Stemmer

ALGORITHMS: Final = {"fi": "finnish", "sv": "swedish", "en": "english"}
# A stemmer keeps state while it works, so that threads must not share one.
_of_thread = local()


def stem(word: str, language: str) -> str:
    """Return a word's stem; the word itself in a language without a stemmer."""
    algorithm = ALGORITHMS.get(language)
    return str(_stemmer(algorithm).stemWord(word)) if algorithm else word


def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    known: dict[str, Stemmer.Stemmer] = _of_thread.__dict__.setdefault("stemmers", {})
    if algorithm not in known:
        # Words that come again are remembered once they are read, for all threads.
        known[algorithm] = Stemmer.Stemmer(algorithm, 0)
    return known[algorithm]
