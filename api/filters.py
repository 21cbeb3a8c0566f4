"""Filters of the page API by the entries' own fields."""

from types import SimpleNamespace
from typing import Any

from django.db.models import Q
from wagtail.api.v2.filters import FieldsFilter

from services.fields import CodeListField


class FieldsOrCodesFilter(FieldsFilter):
    """Finds the rows whose list of codes holds any of the given; other fields must be equal."""

    def filter_queryset(self, request: Any, queryset: Any, view: Any) -> Any:
        """Filter by lists of codes here, and by the rest as Wagtail does."""
        params = request.GET.copy()
        available = view.get_available_fields(queryset.model, db_fields_only=True)
        for name in _code_lists(queryset.model).intersection(params, available):
            queryset = queryset.filter(_any_of(name, params.pop(name)))
        # Wagtail's filter reads nothing else of a request.
        return super().filter_queryset(SimpleNamespace(GET=params), queryset, view)


def _code_lists(model: Any) -> set[str]:
    return {field.name for field in model._meta.get_fields() if isinstance(field, CodeListField)}


def _any_of(name: str, codes: list[str]) -> Q:
    found = Q()
    for code in codes:
        found |= Q((f"{name}__has", code))
    return found
