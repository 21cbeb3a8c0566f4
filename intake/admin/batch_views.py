"""Imports: the list, a new one, its report, importing for real, undoing."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import DetailView, FormView, ListView
from wagtail.admin import messages

from intake import tasks
from intake.admin.access import ImportersOnly, visible_batches
from intake.admin.forms import UploadForm
from intake.models import ImportBatch, Upload
from intake.report import Report
from intake.signs import has_stopped, last_sign


class ImportListView(ImportersOnly, ListView):  # type: ignore[type-arg]
    """Imports, latest first."""

    template_name = "intake/admin/imports.html"
    paginate_by = 50
    page_kwarg = "p"

    def get_queryset(self) -> QuerySet[ImportBatch]:
        """Return what the user may see."""
        return visible_batches(self.request.user).select_related("user").defer("report")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page's title, and which of the imports have stopped."""
        context = super().get_context_data(page_title=_("Imports"), **kwargs)
        context["stopped"] = [batch for batch in context["object_list"] if has_stopped(batch)]
        return context


class NewImportView(ImportersOnly, FormView):  # type: ignore[type-arg]
    """One file in, its report out; nothing is changed yet."""

    form_class = UploadForm
    template_name = "intake/admin/new_import.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the page's title."""
        return super().get_context_data(page_title=_("Import from PTV"), **kwargs)

    def form_valid(self, form: UploadForm) -> HttpResponse:
        """Read the file and show what is in it."""
        file = form.cleaned_data["file"]
        batch = tasks.start(name=file.name, content=file.read(), user=self.request.user)
        return redirect("import", batch.pk)


class ImportView(ImportersOnly, DetailView):  # type: ignore[type-arg]
    """What an import would do or did, and the next step."""

    template_name = "intake/admin/import.html"
    context_object_name = "batch"

    def get_queryset(self) -> QuerySet[ImportBatch]:
        """Return what the user may see."""
        return visible_batches(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the report, whether the file is still there, and how far a worker is."""
        batch = self.object
        return super().get_context_data(
            page_title=batch.name,
            report=Report.from_json(batch.report),
            has_file=Upload.objects.filter(batch=batch).exists(),
            sign=last_sign(batch),
            has_stopped=has_stopped(batch),
            **kwargs,
        )


class FileView(ImportersOnly, View):
    """Do something with the file that is kept."""

    begin: Callable[[ImportBatch], None]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin once, however often the button is pressed."""
        batch = get_object_or_404(visible_batches(request.user), pk=pk)
        if not Upload.objects.filter(batch=batch).exists():
            messages.error(request, _("The file is no longer kept. Choose it once more."))
            return redirect("new_import")
        self.begin(batch)
        return redirect("import", pk)


class RunImportView(FileView):
    """Import for real what was read."""

    begin = staticmethod(tasks.import_for_real)


class ReadAgainView(FileView):
    """Read the file of an import that has stopped once more."""

    begin = staticmethod(tasks.read_again)


class UndoImportView(ImportersOnly, View):
    """Take an import back as a whole."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say what will be and what won't be as before."""
        context = {"batch": self._batch(request, pk), "page_title": _("Undo this import")}
        return render(request, "intake/admin/undo_import.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Begin once, however often the button is pressed."""
        tasks.take_back(self._batch(request, pk), request.user)
        return redirect("import", pk)

    def _batch(self, request: HttpRequest, pk: int) -> ImportBatch:
        standing = visible_batches(request.user).filter(state__in=ImportBatch.STANDING)
        return get_object_or_404(standing, pk=pk)
