"""What people say, and the words that texts use for it: brorsa for bror, kakara for lapsi."""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Final

from search.analysis.reading import read

# A language, a word that people say and one that texts use a line, with tabs between them.
FILE: Final = Path(__file__).with_suffix(".tsv")


def standard_words(word: str, language: str) -> tuple[str, ...]:
    """Return what texts call a word that people say, in whatever form: "brorsan"."""
    known = _words()
    found = (known.get(term, ()) for term in read(word, language).wholes)
    return next(filter(None, found), ())


@cache
def _words() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        language, said, standard = line.split("\t")
        for term in read(said, language).wholes:
            found[term].append(standard)
    return {term: tuple(dict.fromkeys(words)) for term, words in found.items()}
