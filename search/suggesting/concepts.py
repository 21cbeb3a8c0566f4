"""Concepts of the thesaurus whose words begin as somebody types."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from django.conf import settings

from search.analysis.reading import read
from search.analysis.words import split_words
from search.question import Vocabulary
from search.suggesting.labels import Label, Labels
from search.suggesting.suggestion import Suggestion
from search.thesaurus import current_thesaurus
from search.thesaurus.concept import Concept
from search.thesaurus.matching import Thesaurus

# So many are looked at: some find nothing here, and some are named as entries name them.
CANDIDATES: Final = 60
# What stands first in a concept is its name; what families say comes last.
NAME, TERM, EVERYDAY = range(3)


def concept_suggestions(
    vocabulary: Vocabulary, text: str, language: str, limit: int
) -> list[Suggestion]:
    """Return concepts that entries speak of, by a term or an everyday wording that begins so.

    Those named as entries name them come first.
    """
    thesaurus = current_thesaurus()
    candidates = _all_labels(thesaurus).beginning_with(text, language, CANDIDATES)
    candidates.sort(key=lambda label: not _is_in(vocabulary, label.text, label.language))
    found = (
        Suggestion("concept", label.text, label.language, code=label.code)
        for label in candidates
        if _is_spoken_of(thesaurus.concepts[label.code], vocabulary)
    )
    return list(islice(found, limit))


@lru_cache(maxsize=1)
def _all_labels(thesaurus: Thesaurus) -> Labels:
    return Labels(_labels(thesaurus))


def _labels(thesaurus: Thesaurus) -> Iterator[Label]:
    for concept in thesaurus.concepts.values():
        for language, _name in settings.LANGUAGES:
            for position, term in enumerate(concept.terms.get(language, ())):
                yield Label(term, language, concept.code, TERM if position else NAME)
            for wording in concept.everyday.get(language, ()):
                yield Label(wording, language, concept.code, EVERYDAY)


def _is_spoken_of(concept: Concept, vocabulary: Vocabulary) -> bool:
    return any(
        _is_in(vocabulary, text, language)
        for language, texts in concept.terms.items()
        for text in texts
    )


def _is_in(vocabulary: Vocabulary, text: str, language: str) -> bool:
    """Tell whether entries have all words of a text."""
    return all(
        any(term in vocabulary for term in read(word, language).wholes)
        for word in split_words(text)
    )
