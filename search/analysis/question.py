"""What a visitor wrote into words, each with all the terms that would answer it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, NamedTuple

from django.conf import settings

from search.analysis.text import analyse

# Nobody asks with more; one character may fold into several words, so length is no measure.
MOST_WORDS: Final = 20


class Alternative(NamedTuple):
    """A term that answers a word, and how much it counts (1.0: as the word itself)."""

    term: str
    weight: float


@dataclass(frozen=True)
class QueryWord:
    """One word of a query. The best of its alternatives counts, so a word never counts twice."""

    alternatives: tuple[Alternative, ...]


def query_words(text: str) -> list[QueryWord]:
    """Read a query in every configured language: its words may stand in a text of any of them.

    A stop word of one language is left out altogether, unless nothing else is there.
    Of a long text, the first words count.
    """
    languages = [code for code, _name in settings.LANGUAGES]
    found: dict[int, set[str]] = defaultdict(set)
    readings: dict[int, int] = defaultdict(int)
    for language in languages:
        for position, term in analyse(text, language):
            found[position].add(term)
            readings[position] += 1
    meaningful = [position for position in found if readings[position] == len(languages)]
    return [
        QueryWord(tuple(Alternative(term, 1.0) for term in sorted(found[position])))
        for position in sorted(meaningful or found)[:MOST_WORDS]
    ]
