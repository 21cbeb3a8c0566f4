"""Cards as results show them: with what answers marked, or why they were found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString

from search.documents import Document
from search.highlight.marking import marked, spans
from search.highlight.matching import Asked
from search.highlight.reasons import Reason, reason
from search.question import Word
from services.selectors.cards import EntryCard


@dataclass(frozen=True)
class MarkedAnswer:
    """A card with its texts as HTML; `reason` where nothing in them is marked.

    `distance` is in words, where the nearest are asked for.
    """

    card: EntryCard
    title: SafeString
    summary: SafeString
    organisation: SafeString
    reason: Reason | None = None
    distance: str = ""


def marked_answers(
    cards: Sequence[EntryCard],
    documents: Mapping[UUID, Document],
    words: Sequence[Word],
    language: str,
) -> list[MarkedAnswer]:
    """Mark what answers these words; `language` is the reader's."""
    asked = Asked(words)
    return [_answer(card, documents.get(card.translation_key), asked, language) for card in cards]


def _answer(
    card: EntryCard, document: Document | None, asked: Asked, language: str
) -> MarkedAnswer:
    texts = (
        (card.title, card.language),
        (card.summary, card.language),
        (card.organisation, card.organisation_language),
    )
    found = [spans(text, code, asked) for text, code in texts]
    unseen = bool(asked.words and document and not any(found))
    title, summary, organisation = (
        marked(text, places) for (text, _code), places in zip(texts, found, strict=True)
    )
    why = reason(document, card.language, asked, language) if document and unseen else None
    return MarkedAnswer(card, title, summary, organisation, why)
