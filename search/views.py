"""The Find help page."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from search.choices import FIRST_GROUPS, Choice, all_labels, chosen, flags, groups
from search.finding import find, last_page
from search.query import SearchQuery
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
    labels = all_labels()
    offered = list(groups(query, result, labels))
    context = {
        "query": query,
        "total": result.total,
        "cards": entry_cards([hit.translation_key for hit in result.hits], query.language),
        "flags": flags(query, result, labels),
        "first_groups": [group for group in offered if group.name in FIRST_GROUPS],
        "more_groups": [group for group in offered if group.name not in FIRST_GROUPS],
        "chips": [
            Chip(choice, address(query.without(choice.name, choice.value)))
            for choice in chosen(query, labels)
        ],
        "last_page": last,
        "previous_url": address(query.on_page(query.page - 1)) if query.page > 1 else "",
        "next_url": address(query.on_page(query.page + 1)) if query.page < last else "",
        "without_words_url": address(query.without_words()),
    }
    return render(request, "search/find_help.html", context)


def address(query: SearchQuery) -> str:
    """Return the page's address of a query."""
    params = query.to_params().urlencode()
    path = reverse("find_help")
    return f"{path}?{params}" if params else path
