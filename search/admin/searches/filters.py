"""What the lists of searches are narrowed by."""

from typing import Any, Final

import django_filters  # type: ignore[import-untyped]
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from search.models import SearchCount

PERIODS: Final = (("30", _("30 days")), ("90", _("90 days")), ("365", _("a year")))
USUAL: Final = {"period": "90", "shown": "open"}


class SearchFilterSet(WagtailFilterSet):
    """Narrows by language. The period and what is shown choose the rows before they are summed."""

    period = django_filters.ChoiceFilter(
        label=_("Period"),
        choices=PERIODS,
        empty_label=None,
        initial=USUAL["period"],
        widget=forms.RadioSelect,
        method="keep",
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=lambda: settings.LANGUAGES,
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    shown = django_filters.ChoiceFilter(
        label=_("Show"),
        choices=(("open", _("Searches to look at")), ("dismissed", _("Not for us"))),
        empty_label=None,
        initial=USUAL["shown"],
        widget=forms.RadioSelect,
        method="keep",
    )

    class Meta:
        model = SearchCount
        fields: list[str] = []

    def keep(self, queryset: Any, _name: str, _value: str) -> Any:
        """Leave the rows as they are."""
        return queryset
