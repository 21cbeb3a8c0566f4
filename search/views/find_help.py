"""The Find help page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from search.analysis.words import split_words
from search.choices import FIRST_GROUPS, Choice, all_labels, chosen, flags, groups
from search.engines import get_engine
from search.engines.base import SearchResult
from search.finding import documents_of, find, last_page
from search.highlight import corrected, marked_answers
from search.query import SearchQuery
from search.urgency import is_urgent
from search.views.addresses import address
from services.selectors.cards import entry_cards
from services.selectors.pages import active_language


@dataclass(frozen=True)
class Chip:
    """A choice that a link takes away again."""

    choice: Choice
    url: str


def find_help(request: HttpRequest) -> HttpResponse:
    """Show what answers a query, and how to narrow it; without a query, everything there is."""
    query = SearchQuery.from_params(request.GET, active_language())
    result = find(query)
    last = last_page(query, result.total)
    if query.page > last:
        query = query.on_page(last)
        result = find(query)
    context = {
        "query": query,
        "total": result.total,
        "urgent": is_urgent(split_words(query.text), query.language),
        "last_page": last,
        "previous_url": address(query.on_page(query.page - 1)) if query.page > 1 else "",
        "next_url": address(query.on_page(query.page + 1)) if query.page < last else "",
        **_answers(query, result),
        **_narrowing(query, result),
    }
    return render(request, "search/find_help.html", context)


def _answers(query: SearchQuery, result: SearchResult) -> dict[str, Any]:
    """Return the cards found or else the closest ones, and what may have been meant."""
    hits = result.hits or result.closest
    cards = entry_cards([hit.translation_key for hit in hits], query.language)
    documents = documents_of([card.translation_key for card in cards]) if result.words else {}
    meant = corrected(query.text, result.words, documents.values(), get_engine().vocabulary)
    return {
        "cards": cards if result.hits else [],
        "answers": marked_answers(cards, documents, result.words, query.language),
        "meant": meant,
        "meant_url": address(query.with_text(meant)) if meant else "",
    }


def _narrowing(query: SearchQuery, result: SearchResult) -> dict[str, Any]:
    labels = all_labels()
    offered = list(groups(query, result, labels))
    return {
        "flags": flags(query, result, labels),
        "first_groups": [group for group in offered if group.name in FIRST_GROUPS],
        "more_groups": [group for group in offered if group.name not in FIRST_GROUPS],
        "chips": [
            Chip(choice, address(query.without(choice.name, choice.value)))
            for choice in chosen(query, labels)
        ],
        "without_words_url": address(query.with_text("")),
    }
