"""The thesaurus grows by what people search for."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from django.db import transaction
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from search.analysis.fold import fold
from search.analysis.reading import languages_from
from search.analysis.words import split_words
from search.models import ThesaurusConcept
from search.thesaurus import current_thesaurus
from search.thesaurus.concept import Concept
from search.thesaurus.matching import Thesaurus

NEAR: Final = 75  # of 100: a wording that is spelt so much alike


@transaction.atomic
def add_wording(*, code: str, language: str, text: str) -> bool:
    """Make a text an everyday wording of a concept; tell whether it wasn't one before.

    Raises ThesaurusConcept.DoesNotExist.
    """
    concept = ThesaurusConcept.objects.select_for_update().get(code=code)
    wordings = [*concept.terms.get(language, ()), *concept.everyday.get(language, ())]
    if fold(text) in map(fold, wordings):
        return False
    concept.everyday = {
        **concept.everyday,
        language: [*concept.everyday.get(language, ()), text],
    }
    concept.save()
    return True


@transaction.atomic
def remove_wording(*, code: str, language: str, text: str) -> None:
    """Take a text out of a concept's everyday wordings, if both are there."""
    for concept in ThesaurusConcept.objects.select_for_update().filter(code=code):
        left = [wording for wording in concept.everyday.get(language, ()) if wording != text]
        others = {name: texts for name, texts in concept.everyday.items() if name != language}
        concept.everyday = {**others, language: left} if left else others
        concept.save()


def concept_with(text: str) -> Concept | None:
    """Return a concept that has a text among its wordings."""
    thesaurus = current_thesaurus()
    code = _wordings(thesaurus).get(fold(text))
    return thesaurus.concepts[code] if code else None


def likely_concept(text: str, language: str) -> Concept | None:
    """Return the concept that a text speaks of most, or else one with a wording spelt alike."""
    thesaurus = current_thesaurus()
    found = thesaurus.find(split_words(text), languages_from(language))
    if found:
        return max(found, key=lambda one: one.strength).concept
    wordings = _wordings(thesaurus)
    near = extractOne(fold(text), wordings.keys(), scorer=ratio, score_cutoff=NEAR)
    return thesaurus.concepts[wordings[near[0]]] if near else None


@lru_cache(maxsize=1)
def _wordings(thesaurus: Thesaurus) -> dict[str, str]:
    """Return the concepts' codes by their folded wordings."""
    return dict(_coded(thesaurus))


def _coded(thesaurus: Thesaurus) -> Iterator[tuple[str, str]]:
    for concept in thesaurus.concepts.values():
        yield from ((fold(text), concept.code) for _language, text in concept.wordings())
