"""The concepts that come with the project hold together."""

from collections import defaultdict
from functools import cache

from search.analysis.fold import fold
from search.thesaurus.concept import Concept
from search.thesaurus.shipped import shipped_concepts


@cache
def concepts() -> list[Concept]:
    return list(shipped_concepts())


def test_codes_are_unique_and_there_are_enough() -> None:
    codes = [concept.code for concept in concepts()]
    assert len(set(codes)) == len(codes) >= 600


def test_broader_and_related_concepts_exist() -> None:
    codes = {concept.code for concept in concepts()}
    missing = {
        (concept.code, other)
        for concept in concepts()
        for other in (*concept.broader, *concept.related)
        if other not in codes or other == concept.code
    }
    assert missing == set()


def test_every_concept_is_named_in_finnish_and_in_swedish() -> None:
    assert [concept.code for concept in concepts() if not {"fi", "sv"} <= set(concept.terms)] == []


def test_no_term_belongs_to_two_concepts() -> None:
    owners = defaultdict(set)
    for concept in concepts():
        for language, terms in concept.terms.items():
            for term in terms:
                owners[language, fold(term)].add(concept.code)
    assert {term: codes for term, codes in owners.items() if len(codes) > 1} == {}
