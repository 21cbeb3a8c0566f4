"""Which phrases a question says, and how much of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from search.thesaurus.phrases import Kind, Phrases
from search.thesaurus.wordings import negations, spoken_terms, terms_of

# So much of what a phrase says must be in the question, by the rarity of its words.
MOST_OF_A_PHRASE: Final = 0.6


class Said(NamedTuple):
    """A phrase, the places of the words that say it, and the share of it that is said."""

    phrase: int
    places: frozenset[int]
    share: float


@dataclass(frozen=True)
class Hearing:
    """One question; `words` are all of it, so that places count those of grammar too."""

    phrases: Phrases
    words: Sequence[str]
    languages: Sequence[str]

    def phrases_said(self) -> Iterator[Said]:
        """Yield phrases of which the rarest word is there, and most of what they say.

        "mies lyö" is found in "minua lyödään".
        """
        for places, word in self._starts():
            for phrase in self.phrases.with_rarest(word):
                if Kind.NEGATED not in self.phrases.kind(phrase) or self._is_negated:
                    said = self._said(phrase, word, places)
                    if said.share >= MOST_OF_A_PHRASE:
                        yield said

    @cached_property
    def _readings(self) -> list[frozenset[str]]:
        return [spoken_terms(word, self.languages) for word in self.words]

    @cached_property
    def _heard(self) -> list[set[int]]:
        """The words of phrases that are heard at each place."""
        return list(map(self.phrases.words.heard_in, self._readings))

    @cached_property
    def _first(self) -> dict[int, int]:
        """The places where words are heard first."""
        backwards = reversed(list(enumerate(self._heard)))
        return {word: place for place, several in backwards for word in several}

    @cached_property
    def _is_negated(self) -> bool:
        return any(terms_of(word, self.languages) & negations() for word in self.words)

    def _starts(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """Yield words of phrases and their places, also where they are written apart."""
        for place, several in enumerate(self._heard):
            yield from (((place,), word) for word in sorted(several))
        for place, (one, other) in enumerate(pairwise(self.words)):
            # A word of grammar ends no compound: "äiti juo ja" has no "juoja".
            if self._readings[place + 1]:
                joined = self.phrases.words.heard_in(terms_of(one + other, self.languages))
                yield from (((place, place + 1), word) for word in sorted(joined))

    def _said(self, phrase: int, rarest: int, places: tuple[int, ...]) -> Said:
        """Weigh a phrase whose rarest word is at these places."""
        words = self.phrases.said(phrase)
        first, rarities = words.index(rarest), self.phrases.rarities
        others = [
            word for number, word in enumerate(words) if number != first and word in self._first
        ]
        heard = rarities[rarest] + sum(rarities[word] for word in others)
        share = heard / sum(rarities[word] for word in words)
        return Said(phrase, frozenset((*places, *(self._first[word] for word in others))), share)
