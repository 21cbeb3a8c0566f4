"""What an import leaves to people: possible duplicates, differences, vanished records."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin import messages
from wagtail.models import Page

from intake.admin.access import ImportersOnly, publishable_keys
from intake.admin.decisions import open_decisions, pairs
from intake.importing.decide import apply_decision
from intake.importing.differences import differences_of
from intake.models import ImportedRecord

Decision = ImportedRecord.Decision


class _RecordListView(ImportersOnly, ListView):  # type: ignore[type-arg]
    """A page of records."""

    paginate_by = 20
    page_kwarg = "p"


class DuplicateListView(_RecordListView):
    """Records that are perhaps entries made here, each beside the entry."""

    template_name = "intake/admin/duplicates.html"

    def get_queryset(self) -> QuerySet[ImportedRecord]:
        """Return those not decided yet."""
        return open_decisions(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the entries beside the records."""
        context = super().get_context_data(page_title=_("Possible duplicates"), **kwargs)
        context["pairs"] = pairs(context["object_list"], get_language() or "")
        return context


class DecideView(ImportersOnly, View):
    """The same, or a new one."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Apply the decision at once, and say so."""
        record = get_object_or_404(open_decisions(request.user), pk=pk)
        decision = request.POST.get("decision", "")
        if decision not in {Decision.SAME, Decision.NEW}:
            return HttpResponseBadRequest()
        apply_decision(record, decision, request.user)
        said = {
            Decision.SAME: _("“%s” is tied to PTV. What is written here stays."),
            Decision.NEW: _("“%s” is added as a new entry."),
        }
        messages.success(request, said[Decision(decision)] % record.title)
        return redirect("import_duplicates")


class DifferenceListView(_RecordListView):
    """Fields that were taken over, where the catalogue says something else."""

    template_name = "intake/admin/differences.html"

    def get_queryset(self) -> QuerySet[ImportedRecord]:
        """Return the records with fields that were taken over."""
        keys = publishable_keys(self.request.user)
        return ImportedRecord.objects.filter(translation_key__in=keys).exclude(taken_over=[])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add ours and theirs, and the page that gives a field back."""
        context = super().get_context_data(page_title=_("Differences from PTV"), **kwargs)
        pages = _pages_by_key(context["object_list"])
        context["rows"] = [
            (pages[record.translation_key], difference)
            for record in context["object_list"]
            for difference in differences_of(record)
            if record.translation_key in pages
        ]
        return context


class VanishedListView(_RecordListView):
    """Live entries whose record is gone from the catalogue."""

    template_name = "intake/admin/vanished.html"

    def get_queryset(self) -> QuerySet[ImportedRecord]:
        """Return what is still on the site."""
        return _vanished(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the pages."""
        context = super().get_context_data(page_title=_("Gone from PTV"), **kwargs)
        pages = _pages_by_key(context["object_list"])
        context["rows"] = [(row, pages[row.translation_key]) for row in context["object_list"]]
        return context


class UnpublishVanishedView(ImportersOnly, View):
    """Take an entry off the site, in every language."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Unpublish, and say so."""
        record = get_object_or_404(_vanished(request.user), pk=pk)
        for page in Page.objects.filter(translation_key=record.translation_key, live=True):
            UnpublishPageAction(page.specific, user=request.user).execute()
        messages.success(request, _("“%s” is off the site. It stays as a draft.") % record.title)
        return redirect("import_vanished")


def _vanished(user: Any) -> QuerySet[ImportedRecord]:
    live = Page.objects.filter(live=True, translation_key__in=publishable_keys(user))
    return ImportedRecord.objects.filter(
        vanished=True, translation_key__in=live.values("translation_key")
    )


def _pages_by_key(records: QuerySet[ImportedRecord]) -> dict[Any, Page]:
    """Return a page of each record, in the reader's language where there is one."""
    keys = [record.translation_key for record in records]
    pages = Page.objects.filter(translation_key__in=keys).select_related("locale")
    language = get_language()
    ranked = sorted(pages, key=lambda page: page.locale.language_code == language)
    return {page.translation_key: page for page in ranked}
