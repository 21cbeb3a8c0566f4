"""Which concepts a question speaks of, and what answers them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from math import log
from typing import Final, NamedTuple

from search.analysis.fold import fold
from search.analysis.words import split_words
from search.question.meaning import AllOf, AnyOf, Option
from search.thesaurus.concept import Concept
from search.thesaurus.concept import Words as Wordings
from search.thesaurus.danger import Alarms
from search.thesaurus.phrases import EVERYDAY, Phrase, Wording, phrases, wordings_of
from search.thesaurus.wordings import negations, node_of, spoken_terms, terms_of

# How much a neighbour's words count beside the concept's own.
NEIGHBOUR: Final = 0.48
# And where one word names it: whoever asks for a driving licence wants nothing like it.
NEIGHBOUR_OF_A_NAME: Final = 0.4
# How much one of families' own words counts where an entry says it too.
SAID_BY_BOTH: Final = 0.8

# So much of what a phrase says must be in the question, by the rarity of its words.
MOST_OF_A_PHRASE: Final = 0.6

# The larger, the less it matters whether many concepts speak of a word.
COMMON: Final = 4.0
# A wording of one word says nothing where more concepts than these speak of it: "mannen".
MOST_CONCEPTS: Final = 45
SHORTEST_MISSPELT: Final = 5


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
        # By the wordings' ids: the concepts keep them alive.
        self._nodes: dict[int, AnyOf] = {}

    def load(self) -> None:
        """Make ready now what the next question would wait seconds for."""
        _ready = self._by_rarest_word, self._alarms, self.spellings

    def find(self, words: Sequence[str], languages: Sequence[str]) -> list[Found]:
        """Return the concepts that a question speaks of.

        `words` are all of the question, so that places count those of grammar too.
        A phrase's rarest word must be there, and the words that are there must make up most of
        what the phrase says: "mies lyö" is found in "minua lyödään".
        """
        best: dict[str, Found] = {}
        readings = [spoken_terms(word, languages) for word in words]
        negated = any(terms_of(word, languages) & negations() for word in words)
        for start, phrase in self._candidates(readings, words, languages):
            if phrase.wording.negated and not negated:
                continue
            found = self._found(phrase, start, readings)
            if found is None:
                continue
            known = best.get(found.concept.code)
            if known is None or found.strength > known.strength:
                best[found.concept.code] = found
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
        everything = [spoken_terms(word, languages, parts=True) for word in words]
        for found in self.find(words, languages):
            wordings = self._wordings[found.concept.code]
            spoken = [terms for wording in wordings for terms in wording.words]
            others = {
                at
                for at, terms in enumerate(everything)
                if not all(terms.isdisjoint(known) for known in spoken)
            }
            own, near = list(self.own_words(found)), list(self.neighbours(found))
            yield Meaning(found, found.positions | others, own, near)

    def own_words(self, found: Found) -> Iterator[Option]:
        """Yield what a concept is called; everyday by one word only, for several stand apart."""
        concept = found.concept
        yield Option(found.weight, self._any_of(concept.terms))
        yield Option(found.weight * SAID_BY_BOTH, self._any_of(concept.everyday, of_one_word=True))

    def neighbours(self, found: Found) -> Iterator[Option]:
        """Yield what its neighbours are called, at a lower weight."""
        concept = found.concept
        near = NEIGHBOUR_OF_A_NAME if found.is_named else NEIGHBOUR
        for code in (*concept.broader, *concept.related):
            if code in self.concepts:
                yield Option(found.weight * near, self._any_of(self.concepts[code].terms))

    def _any_of(self, several: Wordings, *, of_one_word: bool = False) -> AnyOf:
        """Return the node of a concept's wordings, always the same one."""
        known = self._nodes.get(id(several))
        if known is None:
            nodes = (node_of(text, code) for code, texts in several.items() for text in texts)
            options = tuple(
                Option(1.0, node)
                for node in nodes
                if node and not (of_one_word and isinstance(node, AllOf))
            )
            known = self._nodes[id(several)] = AnyOf(options, lasting=True)
        return known

    def says(self, word: str, languages: Sequence[str]) -> float:
        """Return how much a word says by itself: less, the more concepts speak of it."""
        concepts = self._concepts_with(terms_of(word, languages))
        return 1 / (1 + log(1 + concepts) / COMMON)

    def has(self, word: str, languages: Sequence[str]) -> bool:
        """Tell whether any concept speaks of a word."""
        return self._concepts_with(terms_of(word, languages)) > 0

    @cached_property
    def spellings(self) -> dict[str, tuple[str, str]]:
        """The words of all wordings with their languages, by how they are written folded."""
        return {
            fold(word): (word, language)
            for concept in self.concepts.values()
            for several in (concept.everyday, concept.terms)
            for language, texts in several.items()
            for text in texts
            for word in split_words(text)
            if len(word) >= SHORTEST_MISSPELT
        }

    def _concepts_with(self, terms: Iterable[str]) -> int:
        return max((self._concepts_of[term] for term in terms), default=0)

    def _found(
        self, phrase: Phrase, start: tuple[int, ...], readings: list[frozenset[str]]
    ) -> Found | None:
        positions = set(start)
        said = phrase.rarities[phrase.rarest]
        for number, terms in enumerate(phrase.wording.words):
            heard = (at for at, reading in enumerate(readings) if not reading.isdisjoint(terms))
            position = next(heard, None)
            if number != phrase.rarest and position is not None:
                positions.add(position)
                said += phrase.rarities[number]
        share = said / sum(phrase.rarities)
        if share < MOST_OF_A_PHRASE:
            return None
        wording = phrase.wording
        return Found(self.concepts[wording.code], frozenset(positions), wording.weight * share)

    def _candidates(
        self, readings: list[frozenset[str]], words: Sequence[str], languages: Sequence[str]
    ) -> Iterator[tuple[tuple[int, ...], Phrase]]:
        """Yield the phrases whose rarest word is in the question, also written apart there."""
        starts: list[tuple[tuple[int, ...], frozenset[str]]] = [
            ((position,), terms) for position, terms in enumerate(readings)
        ]
        for position, (first, second) in enumerate(pairwise(words)):
            # A word of grammar ends no compound: "äiti juo ja" has no "juoja".
            if readings[position + 1]:
                starts.append(((position, position + 1), terms_of(first + second, languages)))
        for start, terms in starts:
            for term in terms:
                for phrase in self._by_rarest_word.get(term, ()):
                    yield start, phrase

    @cached_property
    def _by_rarest_word(self) -> dict[str, list[Phrase]]:
        index = defaultdict(list)
        for phrase in phrases([*chain.from_iterable(self._wordings.values())]):
            words = phrase.wording.words
            rarest = words[phrase.rarest]
            if len(words) == 1 and self._concepts_with(rarest) > MOST_CONCEPTS:
                continue
            for term in rarest:
                index[term].append(phrase)
        return dict(index)

    @cached_property
    def _wordings(self) -> dict[str, list[Wording]]:
        return {code: list(wordings_of(concept)) for code, concept in self.concepts.items()}

    @cached_property
    def _alarms(self) -> Alarms:
        return Alarms(self.concepts.values())

    @cached_property
    def _concepts_of(self) -> Counter[str]:
        return Counter(
            term
            for wordings in self._wordings.values()
            for term in set().union(*(terms for one in wordings for terms in one.words))
        )
