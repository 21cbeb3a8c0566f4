"""Which concepts a question speaks of, and what answers them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import log
from typing import Final

from search.question.meaning import Option
from search.thesaurus.concept import Concept
from search.thesaurus.concept import Words as Wordings
from search.thesaurus.danger import Alarms
from search.thesaurus.wordings import Words, node_of, spoken_terms, terms_of, words_of

# How much a concept's words count beside the word that was asked for.
OFFICIAL: Final = 0.85
EVERYDAY: Final = 0.8
NEIGHBOUR: Final = 0.5
INSIDE_ANOTHER: Final = 0.85

# So much of what a phrase says must be in the question, by the rarity of its words.
MOST_OF_A_PHRASE: Final = 0.5

# The larger, the less it matters whether many concepts speak of a word.
COMMON: Final = 1.5
# A wording of one word says nothing where more concepts than these speak of it: "mannen".
MOST_CONCEPTS: Final = 30


@dataclass(frozen=True)
class Phrase:
    """A wording of a concept; rare words say more."""

    code: str
    weight: float
    words: Words
    rarities: tuple[float, ...]

    @property
    def rarest(self) -> int:
        """The place of the rarest word."""
        return self.rarities.index(max(self.rarities))


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


class Thesaurus:
    """All concepts, ready to be found in questions."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = {concept.code: concept for concept in concepts}

    def find(self, words: Sequence[str], languages: Sequence[str]) -> list[Found]:
        """Return the concepts that a question speaks of; those of more words win.

        `words` are all of the question, so that places count those of grammar too.
        A phrase's rarest word must be there, and the words that are there must make up most of
        what the phrase says: "mies lyö" is found in "minua lyödään".
        """
        best: dict[str, Found] = {}
        readings = [spoken_terms(word, languages) for word in words]
        for start, phrase in self._candidates(readings, words, languages):
            found = self._found(phrase, start, readings)
            if found is None:
                continue
            known = best.get(found.concept.code)
            if known is None or found.strength > known.strength:
                best[found.concept.code] = found
        return [_less_inside_another(one, best.values()) for one in best.values()]

    def urgent(self, words: Sequence[str], languages: Sequence[str]) -> list[Concept]:
        """Return the concepts that tell of danger, where nearly a whole wording is there.

        `words` are all of the question: "serkku kuoli" is grief, and no "haluan kuolla".
        """
        return self._alarms.set_off(words, languages)

    def meanings(
        self, words: Sequence[str], languages: Sequence[str]
    ) -> Iterator[tuple[frozenset[int], list[Option]]]:
        """Yield the places of words, and what else answers them.

        A word that the concept's wordings have, such as who hits in "mies lyö", is answered too.
        """
        everything = [spoken_terms(word, languages, parts=True) for word in words]
        for found in self.find(words, languages):
            spoken = self._vocabulary[found.concept.code]
            others = {at for at, terms in enumerate(everything) if terms & spoken}
            yield found.positions | others, list(self.answers(found))

    def answers(self, found: Found) -> Iterator[Option]:
        """Yield what answers a concept: its own words, and its neighbours' at a lower weight."""
        concept = found.concept
        yield from _options(found.weight, concept.terms)
        yield from _options(found.weight, concept.everyday)
        for code in (*concept.broader, *concept.related):
            if code in self.concepts:
                yield from _options(found.weight * NEIGHBOUR, self.concepts[code].terms)

    def says(self, word: str, languages: Sequence[str]) -> float:
        """Return how much a word says by itself: less, the more concepts speak of it."""
        concepts = self._concepts_with(terms_of(word, languages))
        return 1 / (1 + log(1 + concepts) / COMMON)

    def _concepts_with(self, terms: Iterable[str]) -> int:
        return max((self._concepts_of[term] for term in terms), default=0)

    def _found(
        self, phrase: Phrase, start: tuple[int, ...], readings: list[frozenset[str]]
    ) -> Found | None:
        positions = set(start)
        said = phrase.rarities[phrase.rarest]
        for number, terms in enumerate(phrase.words):
            position = next((at for at, reading in enumerate(readings) if reading & terms), None)
            if number != phrase.rarest and position is not None:
                positions.add(position)
                said += phrase.rarities[number]
        share = said / sum(phrase.rarities)
        if share < MOST_OF_A_PHRASE:
            return None
        return Found(self.concepts[phrase.code], frozenset(positions), phrase.weight * share)

    def _candidates(
        self, readings: list[frozenset[str]], words: Sequence[str], languages: Sequence[str]
    ) -> Iterator[tuple[tuple[int, ...], Phrase]]:
        """Yield the phrases whose rarest word is in the question, also written apart there."""
        starts: list[tuple[tuple[int, ...], frozenset[str]]] = [
            ((position,), terms) for position, terms in enumerate(readings)
        ]
        for position, (first, second) in enumerate(pairwise(words)):
            starts.append(((position, position + 1), terms_of(first + second, languages)))
        for start, terms in starts:
            for term in terms:
                for phrase in self._by_rarest_word.get(term, ()):
                    yield start, phrase

    @cached_property
    def _by_rarest_word(self) -> dict[str, list[Phrase]]:
        several = list(self._phrases())
        counts = Counter(term for _code, _weight, words in several for term in set().union(*words))
        index = defaultdict(list)
        for code, weight, words in several:
            rarities = tuple(
                log(len(several) / min(counts[term] for term in terms)) for terms in words
            )
            if len(words) == 1 and self._concepts_with(words[0]) > MOST_CONCEPTS:
                continue
            phrase = Phrase(code, weight, words, rarities)
            for term in words[phrase.rarest]:
                index[term].append(phrase)
        return dict(index)

    def _phrases(self) -> Iterator[tuple[str, float, Words]]:
        for concept in self.concepts.values():
            for several, weight in ((concept.terms, OFFICIAL), (concept.everyday, EVERYDAY)):
                for language, texts in several.items():
                    for words in filter(None, (words_of(text, language) for text in texts)):
                        yield concept.code, weight, words

    @cached_property
    def _alarms(self) -> Alarms:
        return Alarms(self.concepts.values())

    @cached_property
    def _concepts_of(self) -> Counter[str]:
        return Counter(term for terms in self._vocabulary.values() for term in terms)

    @cached_property
    def _vocabulary(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for code, _weight, words in self._phrases():
            found[code] |= set().union(*words)
        return {code: frozenset(terms) for code, terms in found.items()}


def _options(weight: float, several: Wordings) -> Iterator[Option]:
    for language, texts in several.items():
        for text in texts:
            if node := node_of(text, language):
                yield Option(weight, node)


def _less_inside_another(one: Found, others: Iterable[Found]) -> Found:
    """Where another concept takes more words together, this one may be beside the point."""
    inside = any(one.positions < other.positions for other in others)
    return replace(one, weight=one.weight * INSIDE_ANOTHER) if inside else one
