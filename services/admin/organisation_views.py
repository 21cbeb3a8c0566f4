"""Making an organisation in one action, and entrusting it to somebody else's group."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages

from services.actions.organisations import create_organisation, entrust, withdraw
from services.codes import Sector
from services.models.code import municipality_choices
from services.models.organisation import OrganisationIndexPage, OrganisationPage


class OrganisationForm(forms.Form):
    """What an organisation needs to exist; the rest is written on its page."""

    title = forms.CharField(label=gettext_lazy("Name"), max_length=255)
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), choices=Sector.choices)
    municipalities = forms.MultipleChoiceField(
        label=gettext_lazy("Municipalities"),
        choices=municipality_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("None means the whole region."),
    )


class CreateOrganisationView(View):
    """Name and sector in, a draft with mirror, group and collection out."""

    def get(self, request: HttpRequest, index_id: int) -> HttpResponse:
        """Show the form."""
        return self._answer(request, self._index(request, index_id), OrganisationForm())

    def post(self, request: HttpRequest, index_id: int) -> HttpResponse:
        """Make the organisation and open its page for editing."""
        index = self._index(request, index_id)
        form = OrganisationForm(request.POST)
        if not form.is_valid():
            return self._answer(request, index, form)
        try:
            page = self._create(index, request.user, form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)  # type: ignore[arg-type]
            return self._answer(request, index, form)
        messages.success(request, _("“%s” is made. Add the rest and publish it.") % page.title)
        return redirect("wagtailadmin_pages:edit", page.pk)

    def _create(
        self, index: OrganisationIndexPage, user: Any, values: dict[str, Any]
    ) -> OrganisationPage:
        return create_organisation(
            index=index,
            user=user,
            title=values["title"],
            sector=values["sector"],
            municipalities=values["municipalities"],
            whole_region=not values["municipalities"],
        )

    def _index(self, request: HttpRequest, index_id: int) -> OrganisationIndexPage:
        index = get_object_or_404(OrganisationIndexPage, pk=index_id)
        if not index.permissions_for_user(request.user).can_add_subpage():
            raise PermissionDenied
        return index

    def _answer(
        self, request: HttpRequest, index: OrganisationIndexPage, form: OrganisationForm
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "index": index,
            "form": form,
            "page_title": _("New organisation"),
        }
        return render(request, "services/admin/create_organisation.html", context)


class EntrustForm(forms.Form):
    """Which other group gets the organisation to keep, or has it taken back."""

    group = forms.ModelChoiceField(
        label=gettext_lazy("Group"), queryset=Group.objects.filter(organisation__isnull=False)
    )
    take_back = forms.BooleanField(label=gettext_lazy("Take it back"), required=False)

    def __init__(self, organisation: OrganisationPage, data: Any = None) -> None:
        super().__init__(data)
        groups = self.fields["group"].queryset  # type: ignore[attr-defined]
        key = organisation.translation_key
        self.fields["group"].queryset = groups.exclude(  # type: ignore[attr-defined]
            organisation__translation_key=key
        )


class EntrustView(View):
    """For coordinators: a small association's pages are kept by a municipality's communicators."""

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Show the form."""
        organisation = self._organisation(request, page_id)
        return self._answer(request, organisation, EntrustForm(organisation))

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Entrust or take back, and say so."""
        organisation = self._organisation(request, page_id)
        form = EntrustForm(organisation, request.POST)
        if not form.is_valid():
            return self._answer(request, organisation, form)
        group = form.cleaned_data["group"]
        if form.cleaned_data["take_back"]:
            withdraw(organisation=organisation, to=group)
            messages.success(request, _("“%s” no longer keeps these pages.") % group)
        else:
            entrust(organisation=organisation, to=group)
            messages.success(request, _("“%s” may now keep these pages.") % group)
        return redirect("wagtailadmin_pages:edit", organisation.pk)

    def _organisation(self, request: HttpRequest, page_id: int) -> OrganisationPage:
        organisation = get_object_or_404(OrganisationPage, pk=page_id)
        if not organisation.get_parent().permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return organisation

    def _answer(
        self, request: HttpRequest, organisation: OrganisationPage, form: EntrustForm
    ) -> HttpResponse:
        context = {"organisation": organisation, "form": form, "page_title": _("Entrust")}
        return render(request, "services/admin/entrust.html", context)
