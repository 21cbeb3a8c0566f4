"""What can be done about a searched text, and undone."""

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from search.admin.searches.concept_choice import ConceptChoiceField
from search.learning.teaching import add_wording, remove_wording
from search.models import DismissedText, ThesaurusConcept
from search.models.search_count import LONGEST
from search.thesaurus.concept import Concept
from search.thesaurus.rules import problems


class TextForm(forms.Form):
    """A searched text."""

    language = forms.ChoiceField(choices=lambda: settings.LANGUAGES)
    text = forms.CharField(max_length=LONGEST)


class WordingForm(TextForm):
    """A text that is to be a wording of a concept."""

    concept = ConceptChoiceField()

    def clean(self) -> dict[str, Any]:
        """Refuse words of grammar alone, which would say nothing."""
        data = super().clean() or {}
        if "text" in data and "language" in data:
            alone = Concept("-", terms={data["language"]: (data["text"],)})
            for problem in problems(alone, ()):
                raise forms.ValidationError(problem.message)
        return data


class TextView(PermissionRequiredMixin, View):
    """Does something with a text, and goes back to the list."""

    permission_required = "familysearch.change_thesaurusconcept"
    raise_exception = True
    form_class: type[TextForm] = TextForm

    def post(self, request: HttpRequest) -> HttpResponse:
        """Do it; what is wrong is said above the list."""
        form = self.form_class(request.POST)
        if form.is_valid():
            self.act(form.cleaned_data)
        else:
            for errors in form.errors.values():
                messages.error(request, " ".join(map(str, errors)))
        return redirect(get_valid_next_url_from_request(request) or "unanswered_searches")

    def act(self, data: dict[str, str]) -> None:
        """Do it with checked data, and say so."""
        raise NotImplementedError

    def say(self, message: str, undo: str, data: dict[str, str]) -> None:
        """Say what was done, with a link that undoes it."""
        back = get_valid_next_url_from_request(self.request)
        url = f"{reverse(undo)}?{urlencode({**data, 'next': back})}"
        messages.success(self.request, message, buttons=[messages.button(url, _("Undo"))])


class AddWordingView(TextView):
    """Makes a text an everyday wording of a concept."""

    form_class = WordingForm

    def act(self, data: dict[str, str]) -> None:
        """Add it."""
        names = {"text": data["text"], "concept": ThesaurusConcept.objects.get(pk=data["concept"])}
        if add_wording(code=data["concept"], language=data["language"], text=data["text"]):
            self.say(_("“%(text)s” now finds “%(concept)s”.") % names, "remove_wording", data)
        else:
            messages.info(
                self.request, _("“%(concept)s” has the wording “%(text)s” already.") % names
            )


class DismissView(TextView):
    """Hides a text from the lists."""

    def act(self, data: dict[str, str]) -> None:
        """Hide it."""
        DismissedText.objects.get_or_create(language=data["language"], text=data["text"])
        self.say(_("“%s” isn't listed any more.") % data["text"], "restore_search", data)


class UndoView(TextView):
    """Asks first: a link alone changes nothing."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show what the button does."""
        context = {"page_title": _("Undo"), "data": request.GET}
        return render(request, "search/admin/undo.html", context)


class RemoveWordingView(UndoView):
    """Takes a wording out of a concept again."""

    form_class = WordingForm

    def act(self, data: dict[str, str]) -> None:
        """Take it out."""
        remove_wording(code=data["concept"], language=data["language"], text=data["text"])
        messages.success(self.request, _("“%s” was taken out again.") % data["text"])


class RestoreView(UndoView):
    """Lists a text again."""

    def act(self, data: dict[str, str]) -> None:
        """List it."""
        DismissedText.objects.filter(language=data["language"], text=data["text"]).delete()
        messages.success(self.request, _("“%s” is listed again.") % data["text"])
