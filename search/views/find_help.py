"""The Find help page."""

from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from search.analysis.words import split_words
from search.choices import FIRST_GROUPS, Choice, age_group, all_labels, chosen, flags, groups
from search.engines import get_engine
from search.engines.base import SearchResult
from search.finding import documents_of, find, last_page
from search.highlight import MarkedAnswer, corrected, marked_answers
from search.learning.counting import count_search
from search.nearby import distances_from
from search.query import SearchQuery
from search.timely import moments
from search.urgency import is_urgent
from search.views.addresses import address, feed_address
from search.views.near import Near, distance, near
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
    whence, timely = near(query), moments()
    result = find(query, whence.origin, timely)
    last = last_page(query, result.total)
    if query.page > last:
        query = query.on_page(last)
        result = find(query, whence.origin, timely)
    count_search(request, query, result.total)
    context = {
        "query": query,
        "total": result.total,
        "near": whence,
        "feed_url": feed_address(query),
        "urgent": is_urgent(split_words(query.text), query.language),
        "last_page": last,
        "previous_url": address(query.on_page(query.page - 1)) if query.page > 1 else "",
        "next_url": address(query.on_page(query.page + 1)) if query.page < last else "",
        **_answers(query, result, whence),
        **_narrowing(query, result, whence),
    }
    return render(request, "search/find_help.html", context)


def _answers(query: SearchQuery, result: SearchResult, whence: Near) -> dict[str, Any]:
    """Return the cards found or else the closest ones, and what may have been meant."""
    hits = result.hits or result.closest
    cards = entry_cards([hit.translation_key for hit in hits], query.language)
    documents = documents_of([card.translation_key for card in cards]) if result.words else {}
    answers = marked_answers(cards, documents, result.words, query.language)
    meant = corrected(query.text, result.words, documents.values(), get_engine().vocabulary)
    return {
        "cards": cards if result.hits else [],
        "answers": _with_distances(answers, whence),
        "meant": meant,
        "meant_url": address(query.with_text(meant)) if meant else "",
    }


def _with_distances(answers: list[MarkedAnswer], whence: Near) -> list[MarkedAnswer]:
    far = distances_from(whence.origin, [answer.card.translation_key for answer in answers])
    return [
        replace(answer, distance=distance(far[key])) if key in far else answer
        for answer in answers
        for key in [answer.card.translation_key]
    ]


def _narrowing(query: SearchQuery, result: SearchResult, whence: Near) -> dict[str, Any]:
    labels = {**all_labels(), **whence.labels()}
    offered = list(groups(query, result, labels))
    return {
        "flags": flags(query, result, labels),
        "age": age_group(query, result, labels),
        "first_groups": [group for group in offered if group.name in FIRST_GROUPS],
        "more_groups": [group for group in offered if group.name not in FIRST_GROUPS],
        "chips": [
            Chip(choice, address(query.without(choice.name, choice.value)))
            for choice in chosen(query, labels)
        ],
        "without_words_url": address(query.with_text("")),
    }
