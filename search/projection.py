"""A document as both engines store it: ready terms by field, codes, and what sorts it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.conf import settings

from search.analysis import terms
from search.documents import Document

# How much a term counts by where it stands.
FIELD_WEIGHTS: Final[dict[str, int]] = {
    "title": 8,
    "keywords": 6,
    "organisation": 3,
    "labels": 3,
    "summary": 2,
    "body": 1,
}
# å, ä, ö end the alphabet, in this order; these characters follow "z".
ALPHABET = str.maketrans("åäö", "{|}")


@dataclass(frozen=True)
class Projection:
    """Terms by field, separated by spaces; titles to sort by, by the reader's language.

    `rank` goes before the title: help near home first, and then what asks for no referral.
    """

    fields: dict[str, str]
    facets: dict[str, list[str]]
    rank: int
    titles: dict[str, str]


def project(document: Document) -> Projection:
    """Return what engines store of a document."""
    texts = document.texts.items()
    fields = {
        "title": [terms(own.title, language) for language, own in texts],
        "keywords": [terms(own.keywords, language) for language, own in texts],
        "organisation": _terms_of_lists(document.organisations),
        "labels": _terms_of_lists(document.labels),
        "summary": [terms(own.summary, language) for language, own in texts],
        "body": [terms(f"{own.body}\n{own.easy_text}", language) for language, own in texts],
    }
    return Projection(
        fields={name: " ".join(filter(None, found)) for name, found in fields.items()},
        facets=document.facets,
        rank=2 * document.local + bool(document.facets.get("low_threshold")),
        titles={code: _sort_title(document, code) for code, _name in settings.LANGUAGES},
    )


def _terms_of_lists(words: Mapping[str, Iterable[str]]) -> list[str]:
    return [terms("\n".join(several), language) for language, several in words.items()]


def _sort_title(document: Document, language: str) -> str:
    shown = document.texts.get(language) or next(iter(document.texts.values()))
    return shown.title.casefold().translate(ALPHABET)
