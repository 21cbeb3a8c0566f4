"""The two lists, which can be saved as CSV too."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import ModelPermissionPolicy

from search.admin.searches.concept_choice import concept_labels
from search.admin.searches.filters import USUAL, SearchFilterSet
from search.admin.searches.rows import row_of
from search.learning.lists import SearchedText, Texts, unanswered_texts, unopened_texts
from search.models import ThesaurusConcept
from search.thesaurus import current_thesaurus
from services import clock


class SearchList(ReportView):
    """Texts of a period, the most asked first."""

    texts: ClassVar[Callable[..., Texts]]
    lead: ClassVar[Promise]
    empty: ClassVar[Promise]
    permission_policy = ModelPermissionPolicy(ThesaurusConcept)
    permission_required = "change"
    header_icon = "search"
    results_template_name = "search/admin/searches.html"
    filterset_class = SearchFilterSet
    paginate_by = 20
    list_export = ["text", "language", "times", "times_unanswered", "times_opened"]
    export_headings = {
        "text": _("Searched for"),
        "language": _("Language"),
        "times": _("Times asked"),
        "times_unanswered": _("Times nothing was found"),
        "times_opened": _("Times a result was opened"),
    }

    def get_queryset(self) -> Texts:
        """Sum up the chosen period."""
        return type(self).texts(_beginning(self.chosen["period"]), dismissed=self.shows_dismissed)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        """Choose what is usual where nothing else is."""
        return {**super().get_filterset_kwargs(), "data": self.chosen}

    def decorate_paginated_queryset(self, object_list: Iterable[SearchedText]) -> Iterable[Any]:
        """Ask the search about each text of the page; a file has the numbers alone."""
        if self.is_export:
            return object_list
        current_thesaurus.look_again()
        return [row_of(numbers) for numbers in object_list]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what the template says around the rows."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context.update(
            lead=self.lead,
            no_results_message=self.empty,
            shows_dismissed=self.shows_dismissed,
            here=f"{self.index_url}?{urlencode(self.chosen)}",
            concept_labels=concept_labels,
        )
        return context

    @cached_property
    def chosen(self) -> dict[str, str]:
        """Return what the rows are chosen by, and the page."""
        names = (*SearchFilterSet.base_filters, self.page_kwarg)
        given = {name: self.request.GET[name] for name in names if name in self.request.GET}
        return USUAL | given

    @property
    def shows_dismissed(self) -> bool:
        """Whether the texts are those that were set aside."""
        return self.chosen["shown"] == "dismissed"


class UnansweredList(SearchList):
    """Searches that found nothing."""

    texts = unanswered_texts
    page_title = _("Searches that found nothing")
    lead = _(
        "What families searched for without finding anything, three times or more. Add their words "
        "to the thesaurus where there is help, and ask for new content where there is none."
    )
    empty = _("No search was left without results three times in this period.")
    index_url_name = "unanswered_searches"
    index_results_url_name = "unanswered_searches_results"
    export_filename = "searches-without-results"


class UnopenedList(SearchList):
    """Searches that nobody opened a result of."""

    texts = unopened_texts
    page_title = _("Searches that nobody opened a result of")
    lead = _(
        "What families searched for and found, though fewer than one in ten opened a result: the "
        "results may be beside the point. Browsers without JavaScript don't tell what is opened."
    )
    empty = _("Results were opened for all that was searched for often in this period.")
    index_url_name = "unopened_searches"
    index_results_url_name = "unopened_searches_results"
    export_filename = "searches-without-opened-results"


def _beginning(period: str) -> date:
    days = int(period) if period in {"30", "90", "365"} else int(USUAL["period"])
    return clock.today() - timedelta(days=days)
