"""The thesaurus as a file: out, and in after a look at what would change."""

from pathlib import PurePath
from typing import Any, Final

from django import forms
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages

from search.thesaurus.exchange import FORMATS, Plan, plan_import
from search.thesaurus.stored import stored_concepts

LARGEST: Final = 2_000_000  # bytes; larger files are taken in by the command
CHANGE: Final = ("familysearch.add_thesaurusconcept", "familysearch.change_thesaurusconcept")


class FileForm(forms.Form):
    """A file of concepts; its text and ending are what the second step is sent."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "CSV as it is exported here, or Turtle with SKOS concepts. You are shown first what "
            "would change."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.ttl"}),
    )

    def clean_file(self) -> tuple[str, str]:
        """Return the ending and the text."""
        file = self.cleaned_data["file"]
        ending = PurePath(file.name).suffix.removeprefix(".").lower()
        if ending not in FORMATS:
            raise forms.ValidationError(_("The file's name must end with .csv or .ttl."))
        if file.size > LARGEST:
            raise forms.ValidationError(_("The file is too large to be taken in here."))
        try:
            return ending, file.read().decode()
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_("The file's text isn't UTF-8.")) from error


class ConfirmForm(forms.Form):
    """The file once more, looked at."""

    ending = forms.ChoiceField(choices=[(ending, ending) for ending in FORMATS])
    text = forms.CharField(max_length=LARGEST, strip=False)


class ExportView(PermissionRequiredMixin, View):
    """The whole thesaurus as a file."""

    permission_required = "familysearch.change_thesaurusconcept"
    raise_exception = True

    def get(self, request: HttpRequest, ending: str) -> HttpResponse:
        """Send it."""
        if ending not in FORMATS:
            raise Http404
        chosen = FORMATS[ending]
        return HttpResponse(
            chosen.write(stored_concepts()),
            content_type=f"{chosen.content_type}; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="thesaurus.{ending}"'},
        )


class ImportView(PermissionRequiredMixin, View):
    """Choose a file, look at what would change, take it in."""

    permission_required = CHANGE
    raise_exception = True

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the file."""
        return self._answer(request, form=FileForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show what a file would change, or take in one that was looked at."""
        if "text" in request.POST:
            return self._take_in(request)
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._answer(request, form=form)
        ending, text = form.cleaned_data["file"]
        plan = _plan(ending, text)
        return self._answer(request, form=FileForm(), plan=plan, ending=ending, text=text)

    def _take_in(self, request: HttpRequest) -> HttpResponse:
        form = ConfirmForm(request.POST)
        if not form.is_valid():
            return self._answer(request, form=FileForm())
        plan = _plan(**form.cleaned_data)
        if plan.faults:  # somebody else changed the thesaurus in between
            return self._answer(request, form=FileForm(), plan=plan)
        plan.carry_out()
        counts = {"added": len(plan.added), "changed": len(plan.changed)}
        message = _("Taken in. Concepts added: %(added)d, changed: %(changed)d.")
        messages.success(request, message % counts)
        return redirect("wagtailsnippets_familysearch_thesaurusconcept:list")

    def _answer(self, request: HttpRequest, **context: Any) -> HttpResponse:
        context["page_title"] = _("Import concepts")
        return render(request, "search/admin/import_thesaurus.html", context)


def _plan(ending: str, text: str) -> Plan:
    return plan_import(FORMATS[ending].read(text))
