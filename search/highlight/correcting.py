"""What a misspelt question probably means."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from search.analysis.fold import fold
from search.analysis.reading import written
from search.analysis.words import split_words
from search.documents import Document
from search.question import AnyOf, Option, Term, Vocabulary, Word
from search.question.rarity import SPEAKS_OF
from search.question.spelling import is_correction


def corrected(
    text: str, words: Sequence[Word], documents: Collection[Document], vocabulary: Vocabulary
) -> str:
    """Return a question with its misspelt words as they are meant, or written in what was found.

    "" where there is none: a word is misspelt when only guesses at it are found anywhere.
    """
    better = text
    for word in words:
        if best := word.meant or _guessed(word, documents, vocabulary):
            better = re.sub(rf"\b{re.escape(word.text)}\b", best, better, flags=re.IGNORECASE)
    return better if fold(better) != fold(text) else ""


def _guessed(word: Word, documents: Collection[Document], vocabulary: Vocabulary) -> str:
    guesses = {
        option.node.text: option.weight
        for option in word.meaning.options
        if isinstance(option.node, Term) and is_correction(word.text, option.node.text)
    }
    if not guesses or _is_found(word, guesses, vocabulary):
        return ""
    return _best(guesses, documents)


def _is_found(word: Word, guesses: Collection[str], vocabulary: Vocabulary) -> bool:
    others = tuple(option for option in word.meaning.options if not _is_one_of(option, guesses))
    return vocabulary.matches(AnyOf(others), SPEAKS_OF) > 0


def _is_one_of(option: Option, guesses: Collection[str]) -> bool:
    return isinstance(option.node, Term) and option.node.text in guesses


def _best(guesses: dict[str, float], documents: Collection[Document]) -> str:
    """Return the likeliest guess that stands in the entries found, as it is written there."""
    counts = Counter(
        word
        for document in documents
        for own in document.texts.values()
        for word in split_words(f"{own.title} {own.summary} {own.keywords} {own.body}")
        if written(word) in guesses
    )
    return max(counts, key=lambda word: (guesses[written(word)], counts[word]), default="")
