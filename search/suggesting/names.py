"""Codes with names, and organisations, whose names begin as somebody types."""

from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from search.suggesting.labels import Label, Labels
from search.suggesting.suggestion import Suggestion, SuggestionType
from services.models import Municipality, OrganisationPage, Theme, Village

CODES: Final[dict[SuggestionType, Any]] = {
    "municipality": Municipality,
    "village": Village,
    "theme": Theme,
}


def code_suggestions(
    kind: SuggestionType, text: str, language: str, limit: int
) -> list[Suggestion]:
    """Return municipalities, villages or themes by a name in any language. One query."""
    names = Labels(
        Label(name, code, row.code)
        for row in CODES[kind].objects.all()
        for code, name in row.label.items()
        if name
    )
    return [
        Suggestion(kind, label.text, label.language, code=label.code)
        for label in names.beginning_with(text, language, limit)
    ]


def organisation_suggestions(text: str, language: str, limit: int) -> list[Suggestion]:
    """Return live organisations. One query, and another one after they have changed."""
    state = _organisations().aggregate(count=Count("pk"), latest=Max("last_published_at"))
    names = _organisation_names(state["count"], state["latest"])
    return [
        Suggestion("organisation", label.text, label.language, key=UUID(label.code))
        for label in names.beginning_with(text, language, limit)
    ]


@lru_cache(maxsize=1)
def _organisation_names(_count: int, _latest: datetime | None) -> Labels:
    """Read all names; the arguments tell one state of them from another."""
    rows = _organisations().values_list("title", "locale__language_code", "translation_key")
    return Labels(Label(title, language, str(key)) for title, language, key in rows)


def _organisations() -> "QuerySet[OrganisationPage]":
    """Return the pages that are written, and no copies that stand in for them."""
    found: QuerySet[OrganisationPage] = OrganisationPage.objects.filter(live=True, alias_of=None)
    return found
