"""Suggestions for the search field, as its script asks for them."""

from itertools import groupby
from typing import Any, Final

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from search.analysis.words import split_words
from search.query import SearchQuery
from search.suggesting import Suggestion, SuggestionType, suggestions
from search.urgency import is_urgent
from search.views.addresses import address, organisation_addresses
from services.selectors.pages import active_language

# A phone shows no more above its keyboard anyway.
EACH: Final = 4
HEADINGS: Final[dict[SuggestionType, Promise]] = {
    "concept": gettext_lazy("Search for"),
    "entry": gettext_lazy("Help and groups"),
    "municipality": gettext_lazy("Places"),
    "village": gettext_lazy("Places"),
    "organisation": gettext_lazy("Organisations"),
}


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """Answer with groups of options, what to announce, and whether help is urgent.

    An option without an address is searched for as it stands.
    """
    query = SearchQuery.from_params(request.GET, active_language())
    found = suggestions(query.text, query.language, EACH) if query.text else []
    answer = {
        "groups": _groups(found, query.language),
        "announcement": _announcement(len(found)),
        "urgent": is_urgent(split_words(_probably(query.text, found)), query.language),
    }
    return JsonResponse(answer)


def _groups(found: list[Suggestion], language: str) -> list[dict[str, Any]]:
    organisations = organisation_addresses(
        [one.key for one in found if one.type == "organisation" and one.key]
    )
    addresses = {**organisations, **_entry_addresses(found)}
    return [
        {
            "label": heading,
            "options": [
                {"text": one.text, "language": one.language, "url": _url(one, addresses, language)}
                for one in several
            ],
        }
        for heading, several in groupby(found, key=lambda one: str(HEADINGS[one.type]))
    ]


def _url(one: Suggestion, addresses: dict[Any, str], language: str) -> str:
    if one.type == "municipality":
        return address(SearchQuery(language=language, filters={"municipality": (one.code,)}))
    if one.type == "village":
        return address(SearchQuery(language=language, near=one.code))
    return addresses.get(one.key, "")


def _entry_addresses(found: list[Suggestion]) -> dict[Any, str]:
    return {
        one.key: reverse("permanent_entry", args=[one.key]) for one in found if one.type == "entry"
    }


def _probably(text: str, found: list[Suggestion]) -> str:
    """Return the text, or the first concept it may become: whoever types "itsemur" needs help."""
    return next((one.text for one in found if one.type == "concept"), text)


def _announcement(count: int) -> str:
    if not count:
        return gettext("No suggestions.")
    found = ngettext("%(count)d suggestion.", "%(count)d suggestions.", count)
    return found % {"count": count}
