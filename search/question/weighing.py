"""How much each word of a question counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from search.analysis.place_names import other_names
from search.analysis.reading import read
from search.analysis.stop_words import is_small_word
from search.question.meaning import AnyOf, Node, Option, Term, Word
from search.question.rarity import rarity
from search.question.vocabulary import Vocabulary

if TYPE_CHECKING:  # the thesaurus answers in this package's words
    from search.thesaurus.matching import Thesaurus

# How much a word says that tells how or when, "varje", "heti", or that is beside the point.
SMALL: Final = 0.15
# How much a place says beside what is asked for there: the same elsewhere is shown too.
PLACE: Final = 0.7
# An entry that scores less doesn't answer a word at all.
ANSWERS: Final = 0.1
# How much a word that nothing answers counts by the number of all words, those of grammar included:
# a short question with one can't be answered, but whoever speaks in sentences says more than asks.
UNANSWERED: Final = {1: 1.0, 2: 1.0, 3: 0.5}
UNANSWERED_IN_A_SENTENCE: Final = 0.25


def weighed(
    words: Sequence[str],
    options: Sequence[Sequence[Option]],
    beside: Sequence[bool],
    spoken: int,
    languages: Sequence[str],
    vocabulary: Vocabulary,
    thesaurus: "Thesaurus",
) -> tuple[Word, ...]:
    """Return the words with their shares; rare ones count more.

    `beside` tells which words are beside the point, `spoken` is the number of all words, those of
    grammar included.
    """
    are_places = [_is_place(word, languages, vocabulary) for word in words]
    meanings = [
        AnyOf(tuple(dict.fromkeys(_of_place(several) if is_place else several)))
        for several, is_place in zip(options, are_places, strict=True)
    ]
    weights = [
        rarity(meaning, vocabulary)
        * _share_of_answered(meaning, spoken, vocabulary)
        * _says(word, languages, thesaurus)
        * (PLACE if is_place else SMALL if is_beside else 1.0)
        for word, meaning, is_beside, is_place in zip(
            words, meanings, beside, are_places, strict=True
        )
    ]
    total = sum(weights)
    return tuple(
        Word(word, weight / total, meaning, is_place)
        for word, weight, meaning, is_place in zip(
            words, weights, meanings, are_places, strict=True
        )
    )


def _of_place(options: Sequence[Option]) -> list[Option]:
    """A place is answered by its names alone, and by no topic."""
    return [option for option in options if isinstance(option.node, Term)]


def _share_of_answered(node: Node, spoken: int, vocabulary: Vocabulary) -> float:
    if vocabulary.matches(node, ANSWERS):
        return 1.0
    return UNANSWERED.get(spoken, UNANSWERED_IN_A_SENTENCE)


def _says(word: str, languages: Sequence[str], thesaurus: "Thesaurus") -> float:
    return SMALL if is_small_word(word, languages[0]) else thesaurus.says(word, languages)


def _is_place(word: str, languages: Sequence[str], vocabulary: Vocabulary) -> bool:
    terms = (term for code in languages for term in read(word, code).wholes)
    return any(vocabulary.is_place(term) or other_names(term) for term in terms)
