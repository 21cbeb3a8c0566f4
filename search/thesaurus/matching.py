"""Which concepts a question speaks of, and what answers them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Final, NamedTuple

from search.question.meaning import Option
from search.thesaurus.answers import Answers
from search.thesaurus.concept import Concept
from search.thesaurus.danger import Alarms
from search.thesaurus.hearing import Hearing
from search.thesaurus.phrases import EVERYDAY, Phrases
from search.thesaurus.spellings import Spellings
from search.thesaurus.wordings import forget_wordings, spoken_terms, terms_of

# How much a neighbour's words count beside the concept's own.
NEIGHBOUR: Final = 0.48
# And where one word names it: whoever asks for a driving licence wants nothing like it.
NEIGHBOUR_OF_A_NAME: Final = 0.4
# How much one of families' own words counts where an entry says it too.
SAID_BY_BOTH: Final = 0.8

# The larger, the less it matters whether many concepts speak of a word.
COMMON: Final = 4.0


@dataclass(frozen=True)
class Found:
    """A concept that a question speaks of, with the places of the words that say so."""

    concept: Concept
    positions: frozenset[int]
    weight: float

    @property
    def strength(self) -> float:
        """Of two wordings of a concept, the one that says more of the question counts."""
        return self.weight * len(self.positions)

    @property
    def is_named(self) -> bool:
        """Whether one word of the officials' own names the concept: no others weigh so much."""
        return len(self.positions) == 1 and self.weight > EVERYDAY


class Meaning(NamedTuple):
    """A concept that a question speaks of, and the places of all words that it answers.

    `own` answers them, and `near`, what its neighbours are called, at a lower weight.
    """

    found: Found
    places: frozenset[int]
    own: list[Option]
    near: list[Option]


class Thesaurus:
    """All concepts, ready to be found in questions."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.code: concept for concept in concepts}
        self._numbered = list(self.concepts.values())
        self._numbers = {code: number for number, code in enumerate(self.concepts)}

    def load(self) -> None:
        """Make ready now what the next question would wait seconds for."""
        _ready = self._phrases, self._alarms, self.spellings
        forget_wordings()

    def find(self, words: Sequence[str], languages: Sequence[str]) -> list[Found]:
        """Return the concepts that a question speaks of, each by what says most of it.

        `words` are all of the question, so that places count those of grammar too.
        """
        best: dict[str, Found] = {}
        for phrase, places, share in Hearing(self._phrases, words, languages).phrases_said():
            concept = self._numbered[self._phrases.concept(phrase)]
            found = Found(concept, places, self._phrases.kind(phrase).weight * share)
            known = best.get(concept.code)
            if known is None or found.strength > known.strength:
                best[concept.code] = found
        return list(best.values())

    def urgent(self, words: Sequence[str], languages: Sequence[str]) -> list[Concept]:
        """Return the concepts that tell of danger, where nearly a whole wording is there.

        `words` are all of the question: "serkku kuoli" is grief, and no "haluan kuolla".
        """
        return self._alarms.set_off(words, languages)

    def meanings(self, words: Sequence[str], languages: Sequence[str]) -> Iterator[Meaning]:
        """Yield what a question means.

        A word that the concept's wordings have, such as who hits in "mies lyö", is answered too.
        """
        readings = (spoken_terms(word, languages, parts=True) for word in words)
        heard = [self._phrases.words.heard_in(terms) for terms in readings]
        for found in self.find(words, languages):
            spoken = self._phrases.words_of(self._numbers[found.concept.code])
            others = {place for place, several in enumerate(heard) if several & spoken}
            own, near = list(self.own_words(found)), list(self.neighbours(found))
            yield Meaning(found, found.positions | others, own, near)

    def own_words(self, found: Found) -> Iterator[Option]:
        """Yield what a concept is called by texts, and what by people in one word."""
        number = self._numbers[found.concept.code]
        yield Option(found.weight, self._answers.terms(number))
        yield Option(found.weight * SAID_BY_BOTH, self._answers.sayings(number))

    def neighbours(self, found: Found) -> Iterator[Option]:
        """Yield what its neighbours are called, at a lower weight."""
        near = NEIGHBOUR_OF_A_NAME if found.is_named else NEIGHBOUR
        for code in (*found.concept.broader, *found.concept.related):
            if code in self.concepts:
                yield Option(found.weight * near, self._answers.terms(self._numbers[code]))

    def says(self, word: str, languages: Sequence[str]) -> float:
        """Return how much a word says by itself: less, the more concepts speak of it."""
        concepts = self._phrases.words.concepts_with(terms_of(word, languages))
        return 1 / (1 + log(1 + concepts) / COMMON)

    def has(self, word: str, languages: Sequence[str]) -> bool:
        """Tell whether any concept speaks of a word."""
        return self._phrases.words.concepts_with(terms_of(word, languages)) > 0

    @cached_property
    def spellings(self) -> Spellings:
        """The words of all wordings."""
        return Spellings(self._numbered)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self._numbered)

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self._phrases)

    @cached_property
    def _alarms(self) -> Alarms:
        return Alarms(self._numbered)
