"""The wordings of concepts as phrases that are found in questions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from search.thesaurus.concept import Concept
from search.thesaurus.wordings import Words, is_mostly_grammar, is_negated, words_of

# How much a concept's words count beside the word that was asked for.
OFFICIAL: Final = 0.85
EVERYDAY: Final = 0.8
# How much of that a word counts that is left alone of a wording, without those of grammar.
ALONE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of a concept.

    `negated` is one word that says the opposite without its negation: "råd" of "har inte råd".
    """

    code: str
    weight: float
    words: Words
    negated: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording among all others; rare words say more."""

    wording: Wording
    rarities: tuple[float, ...]

    @property
    def rarest(self) -> int:
        """The place of the rarest word."""
        return self.rarities.index(max(self.rarities))


def wordings_of(concept: Concept) -> Iterator[Wording]:
    """Yield the official wordings and people's own."""
    for several, weight in ((concept.terms, OFFICIAL), (concept.everyday, EVERYDAY)):
        for language, texts in several.items():
            for text in texts:
                if words := words_of(text, language):
                    is_alone = is_mostly_grammar(text, words)
                    negated = is_alone and is_negated(text, language)
                    share = ALONE if is_alone and not negated else 1.0
                    yield Wording(concept.code, weight * share, words, negated)


def phrases(wordings: Sequence[Wording]) -> Iterator[Phrase]:
    """Yield the wordings with the rarity of their words."""
    counts = Counter(term for wording in wordings for term in set().union(*wording.words))
    # Even a word of every wording says a little.
    rarity_of = {count: log(1 + len(wordings) / count) for count in counts.values()}
    # Few words differ in rarity, so most phrases may share their numbers.
    known: dict[tuple[float, ...], tuple[float, ...]] = {}
    for wording in wordings:
        found = tuple(rarity_of[min(counts[term] for term in terms)] for terms in wording.words)
        yield Phrase(wording, known.setdefault(found, found))
