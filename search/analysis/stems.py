"""Words without their inflection."""

from functools import lru_cache

import snowballstemmer

ALGORITHMS = {"fi": "finnish", "sv": "swedish", "en": "english"}


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """Return a folded word's stem; the word itself in a language without a stemmer."""
    algorithm = ALGORITHMS.get(language)
    # A stemmer keeps state while it works, so that threads must not share one.
    return str(snowballstemmer.stemmer(algorithm).stemWord(word)) if algorithm else word
