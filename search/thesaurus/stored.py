"""Concepts in the database."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from search.models import ThesaurusConcept
from search.thesaurus.concept import Concept


def stored_concepts() -> Iterator[Concept]:
    """Yield every concept, by code."""
    yield from map(concept_of, ThesaurusConcept.objects.order_by("code"))


def concept_of(row: ThesaurusConcept) -> Concept:
    """Return a row as a concept."""
    facets = {"theme": tuple(row.themes), "life_stage": tuple(row.life_stages)}
    return Concept(
        code=row.code,
        terms={code: tuple(words) for code, words in row.terms.items()},
        everyday={code: tuple(words) for code, words in row.everyday.items()},
        broader=tuple(row.broader),
        related=tuple(row.related),
        facets={name: codes for name, codes in facets.items() if codes},
        urgent=row.urgent,
        note=row.note,
    )


def columns_of(concept: Concept) -> dict[str, Any]:
    """Return a concept as the columns of its row."""
    return {
        "code": concept.code,
        "terms": {code: list(words) for code, words in concept.terms.items()},
        "everyday": {code: list(words) for code, words in concept.everyday.items()},
        "broader": list(concept.broader),
        "related": list(concept.related),
        "themes": list(concept.facets.get("theme", ())),
        "life_stages": list(concept.facets.get("life_stage", ())),
        "urgent": concept.urgent,
        "note": concept.note,
    }


@transaction.atomic
def save_concepts(concepts: Iterable[Concept]) -> None:
    """Write concepts, all or none, over what was kept under their codes."""
    for concept in concepts:
        ThesaurusConcept(**columns_of(concept)).save()
