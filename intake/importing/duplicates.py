"""Entries made here that are perhaps the same as one of the source."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from uuid import UUID

from intake.importing.wanted import Wanted
from services.models import Entry

# Titles at least so alike may mean the same; of very different lengths, they never are.
CUTOFF = 0.9
SHORTEST = CUTOFF / (2 - CUTOFF)
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Candidate:
    """An entry that is not from the source, in one language."""

    key: UUID
    title: str
    municipalities: frozenset[str]
    whole_region: bool

    def shares_region(self, wanted: Wanted) -> bool:
        """Tell whether both serve the same place."""
        served = wanted.facts["municipalities"]
        return (
            self.whole_region
            or served["whole_region"]
            or not self.municipalities.isdisjoint(served["municipalities"])
        )


class Candidates:
    """All entries made here, by their titles' words."""

    def __init__(self, source: str) -> None:
        self._by_words: dict[str, list[Candidate]] = defaultdict(list)
        self._by_length: dict[int, set[str]] = defaultdict(set)
        entries = Entry.objects.filter(alias_of=None).exclude(source=source).order_by("pk")
        columns = ("translation_key", "title", "municipalities", "whole_region")
        for key, title, municipalities, whole_region in entries.values_list(*columns):
            self._add(Candidate(key, title, frozenset(municipalities), whole_region))

    def alike(self, wanted: Wanted) -> Candidate | None:
        """Return an entry whose title, in any language, is very like the wanted one's."""
        for texts in wanted.texts.values():
            for candidate in self._with_titles_like(str(texts["title"])):
                if candidate.shares_region(wanted):
                    return candidate
        return None

    def _add(self, candidate: Candidate) -> None:
        words = normal(candidate.title)
        self._by_words[words].append(candidate)
        self._by_length[len(words)].add(words)

    def _with_titles_like(self, title: str) -> Iterator[Candidate]:
        wanted = normal(title)
        if wanted in self._by_words:
            yield from self._by_words[wanted]
            return
        near = list(self._of_similar_length(len(wanted)))
        for words in get_close_matches(wanted, near, n=3, cutoff=CUTOFF):
            yield from self._by_words[words]

    def _of_similar_length(self, length: int) -> Iterable[str]:
        for other, several in self._by_length.items():
            if min(length, other) >= SHORTEST * max(length, other):
                yield from sorted(several)


def normal(title: str) -> str:
    """Return a title's words alone, in small letters."""
    return " ".join(WORD.findall(title.casefold()))
