"""Which questions tell that somebody may be in danger."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Final

from search.thesaurus.concept import Concept
from search.thesaurus.wordings import Terms, all_words_of, negations, terms_of

# So much of what a wording says must be in the question, by the rarity of its words.
NEARLY_ALL: Final = 0.8


@dataclass(frozen=True, slots=True)
class Alarm:
    """A wording of an urgent concept, with all of its words: "minua lyödään", "vill inte leva"."""

    concept: Concept
    words: tuple[Terms, ...]
    rarities: tuple[float, ...]

    def share(self, said: frozenset[str]) -> float:
        """Return how much of the wording is said, from 0 to 1; 0 where its negation isn't."""
        missing = {terms for terms in self.words if said.isdisjoint(terms)}
        if any(not negations().isdisjoint(terms) for terms in missing):
            return 0.0
        there = zip(self.words, self.rarities, strict=True)
        return sum(rarity for terms, rarity in there if terms not in missing) / sum(self.rarities)


class Alarms:
    """All wordings of urgent concepts, by their rarest words."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        several = [(one, words) for one in concepts for words in _wordings(one)]
        counts = Counter(term for _one, words in several for term in set().union(*words))
        self._by_rarest_word: dict[str, list[Alarm]] = defaultdict(list)
        for concept, words in several:
            if concept.urgent:
                # Even a word of every wording says a little.
                rarities = [
                    log(1 + len(several) / min(counts[term] for term in terms)) for terms in words
                ]
                alarm = Alarm(concept, words, tuple(rarities))
                for term in words[rarities.index(max(rarities))]:
                    self._by_rarest_word[term].append(alarm)

    def set_off(self, words: Sequence[str], languages: Sequence[str]) -> list[Concept]:
        """Return the concepts of which nearly a whole wording is said."""
        joined = (first + second for first, second in pairwise(words))
        said = frozenset().union(*(terms_of(word, languages) for word in (*words, *joined)))
        alarms = (alarm for term in said for alarm in self._by_rarest_word.get(term, ()))
        found = {
            alarm.concept.code: alarm.concept for alarm in alarms if alarm.share(said) >= NEARLY_ALL
        }
        return [found[code] for code in sorted(found)]


def _wordings(concept: Concept) -> Iterator[tuple[Terms, ...]]:
    wordings = (all_words_of(text, language) for language, text in concept.wordings())
    return filter(None, wordings)
