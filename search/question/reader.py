"""A text into words with meaning and weight."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from search.analysis.fold import fold
from search.analysis.reading import languages_from, read
from search.analysis.stop_words import is_stop_word
from search.analysis.words import split_words
from search.question.alternatives import of_joined, of_word
from search.question.meaning import AnyOf, Option, Word
from search.question.rarity import rarity
from search.question.spelling import guesses
from search.question.vocabulary import Vocabulary

if TYPE_CHECKING:  # the thesaurus answers in this package's words
    from search.thesaurus.matching import Thesaurus

# Nobody asks with more.
MOST_WORDS: Final = 20


def read_question(
    text: str, language: str, vocabulary: Vocabulary, thesaurus: "Thesaurus"
) -> tuple[Word, ...]:
    """Read a question in the reader's language and, since its words may be of them, all others."""
    languages = languages_from(language)
    spoken = split_words(text)
    places = _meaningful(spoken, languages)[:MOST_WORDS]
    words = [spoken[place] for place in places]
    options = [list(of_word(word, languages, vocabulary)) for word in words]
    for position, (first, second) in enumerate(pairwise(words)):
        for option in of_joined(first, second, language):
            options[position].append(option)
            options[position + 1].append(option)
    for spoken_of, meaning in thesaurus.meanings(spoken, languages):
        for position, place in enumerate(places):
            if place in spoken_of:
                options[position] += meaning
    for position, word in enumerate(words):
        options[position] += guesses(word, language, vocabulary)
    says = [thesaurus.says(word, languages) for word in words]
    return _weighed(words, options, says, vocabulary, languages)


def _meaningful(words: list[str], languages: list[str]) -> list[int]:
    """Return the places of words, without those that say nothing unless there are no others."""
    found = [at for at, word in enumerate(words) if not is_stop_word(fold(word), languages)]
    return found or list(range(len(words)))


def _is_place(word: str, languages: list[str], vocabulary: Vocabulary) -> bool:
    return any(vocabulary.is_place(term) for code in languages for term in read(word, code).wholes)


def _weighed(
    words: list[str],
    options: list[list[Option]],
    says: list[float],
    vocabulary: Vocabulary,
    languages: list[str],
) -> tuple[Word, ...]:
    """Rare words count more, and one that nobody wrote counts most: it can't be answered."""
    meanings = [AnyOf(tuple(dict.fromkeys(found))) for found in options]
    rarities = [
        rarity(meaning, vocabulary) * much for meaning, much in zip(meanings, says, strict=True)
    ]
    total = sum(rarities)
    return tuple(
        Word(word, rare / total, meaning, _is_place(word, languages, vocabulary))
        for word, rare, meaning in zip(words, rarities, meanings, strict=True)
    )
