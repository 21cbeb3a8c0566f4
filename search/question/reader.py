"""A text into words with meaning and weight."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from search.analysis import pairs
from search.analysis.fold import fold
from search.analysis.reading import languages_from
from search.analysis.stop_words import is_stop_word
from search.analysis.words import split_words
from search.question.alternatives import counting, of_joined, of_word
from search.question.meaning import Option, Term, Word
from search.question.rarity import SPEAKS_OF
from search.question.respelling import Respelling, respellings
from search.question.spelling import guesses, guesses_at_joined
from search.question.vocabulary import Vocabulary
from search.question.weighing import weighed

if TYPE_CHECKING:  # the thesaurus answers in this package's words
    from search.thesaurus.matching import Meaning, Thesaurus

# Nobody asks with more.
MOST_WORDS: Final = 20
# Whoever says so many words tells a story.
STORY: Final = 4
# So much a phrase weighs that says most of one of a concept's wordings.
SAYS_MOST: Final = 0.55
# A concept's neighbour that more entries speak of says nothing.
MOST_OF_ENTRIES: Final = 0.3
FEW: Final = 10

Answer = tuple[int, Option]  # the place of a word, and what answers it


def read_question(
    text: str, language: str, vocabulary: Vocabulary, thesaurus: "Thesaurus"
) -> tuple[Word, ...]:
    """Read a question in the reader's language and, since its words may be of them, all others."""
    languages = languages_from(language)
    spoken = split_words(text)
    respelt = [respellings(word, languages, vocabulary, thesaurus) for word in spoken]
    reader = _Reader(spoken, respelt, languages, vocabulary, thesaurus)
    options: dict[int, list[Option]] = {place: [] for place in reader.places}
    for place, option in reader.answers():
        if place in options:
            options[place].append(option)
    words = weighed(
        [spoken[place] for place in options],
        list(options.values()),
        [reader.is_beside_the_point(place) for place in options],
        len(spoken),
        languages,
        vocabulary,
        thesaurus,
    )
    return tuple(
        replace(word, meant=respelt[place][0].word) if respelt[place] else word
        for place, word in zip(options, words, strict=True)
    )


@dataclass(frozen=True)
class _Reader:
    """One question: all of its words, and how those that are misspelt may be meant."""

    spoken: Sequence[str]
    respelt: Sequence[Sequence[Respelling]]
    languages: Sequence[str]
    vocabulary: Vocabulary
    thesaurus: "Thesaurus"

    @cached_property
    def places(self) -> list[int]:
        """The places of words, without those that say nothing unless there are no others."""
        found = [
            place
            for place, word in enumerate(self.spoken)
            if not is_stop_word(fold(word), self.languages)
        ]
        return (found or list(range(len(self.spoken))))[:MOST_WORDS]

    def is_beside_the_point(self, place: int) -> bool:
        """Tell whether somebody who tells a story says what it is about in other words."""
        about = self._about
        return bool(about) and len(self.places) >= STORY and place not in about

    @cached_property
    def _about(self) -> frozenset[int]:
        """The places of phrases of several words that speak of a concept, and say most of it."""
        return frozenset().union(
            *(
                meaning.found.positions
                for meaning in self._meant
                if len(meaning.found.positions) > 1 and meaning.found.weight >= SAYS_MOST
            )
        )

    def answers(self) -> Iterator[Answer]:
        """Yield what answers each word."""
        for place in self.places:
            yield from ((place, option) for option in self._of_one(place))
        for first, second in pairwise(self.places):
            for option in self._of_two(self.spoken[first], self.spoken[second]):
                yield first, option
                yield second, option
        yield from self._of_concepts()

    def _of_one(self, place: int) -> Iterator[Option]:
        word = self.spoken[place]
        yield from of_word(word, self.languages, self.vocabulary)
        for meant in self.respelt[place]:
            yield from counting(
                meant.weight, of_word(meant.word, [meant.language], self.vocabulary)
            )
        yield from guesses(word, self.languages[0], self.vocabulary)

    def _of_two(self, first: str, second: str) -> Iterator[Option]:
        yield from of_joined(first, second, self.languages[0])
        yield from guesses_at_joined(first, second, self.languages[0], self.vocabulary)
        names = chain.from_iterable(pairs([first, second], code) for code in self.languages)
        yield from (Option(1.0, Term(name)) for several in names for name in several)

    def _of_concepts(self) -> Iterator[Answer]:
        for meaning in self._meant:
            options = [*meaning.own, *filter(self._tells_apart, meaning.near)]
            for place in meaning.places:
                yield from ((place, option) for option in options)

    def _tells_apart(self, neighbour: Option) -> bool:
        """Some are called as a whole theme is, which stands on most entries."""
        found = self.vocabulary.matches(neighbour.node, SPEAKS_OF)
        return found <= max(FEW, MOST_OF_ENTRIES * self.vocabulary.entries)

    @cached_property
    def _meant(self) -> "list[Meaning]":
        words = [
            several[0].word if several else word
            for word, several in zip(self.spoken, self.respelt, strict=True)
        ]
        return list(self.thesaurus.meanings(words, self.languages))
