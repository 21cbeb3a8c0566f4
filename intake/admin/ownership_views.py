"""Taking a field over from the catalogue, and giving it back."""

from collections.abc import Callable
from typing import Any, ClassVar, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.models import Page

from intake.fields import label, supplied_names
from intake.ownership import give_back, record_of, take_over
from services.models.bilingual import BilingualPage


class _OwnershipView(View):
    """Ask once, then do it; afterwards back to where one came from."""

    title: ClassVar[Any]
    template: ClassVar[str]
    done: ClassVar[Any]
    action: ClassVar[Callable[..., None]]

    def get(self, request: HttpRequest, page_id: int, name: str) -> HttpResponse:
        """Say what it means."""
        page = _supplied_page(page_id, name)
        if not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        context = {
            "page": page,
            "field": label(page, name),
            "next": request.GET.get("next", ""),
            "page_title": self.title,
        }
        return render(request, self.template, context)

    def post(self, request: HttpRequest, page_id: int, name: str) -> HttpResponse:
        """Do it, and say so."""
        page = _supplied_page(page_id, name)
        type(self).action(page=page, name=name, user=request.user)
        messages.success(request, self.done)
        target = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(target, {request.get_host()}):
            target = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return redirect(target)


class TakeOverView(_OwnershipView):
    """Make a field ours."""

    title = gettext_lazy("Take over")
    template = "intake/admin/take_over.html"
    done = gettext_lazy("The field is yours to edit now. Imports leave it alone.")
    action = take_over


class GiveBackView(_OwnershipView):
    """Make a field the catalogue's again."""

    title = gettext_lazy("Give back to PTV")
    template = "intake/admin/give_back.html"
    done = gettext_lazy("The field says again what PTV last said.")
    action = give_back


def _supplied_page(page_id: int, name: str) -> BilingualPage:
    """Return a page whose record supplies the field."""
    page = cast("BilingualPage", get_object_or_404(Page, pk=page_id).specific)
    record = record_of(page)
    if record is None or name not in supplied_names(record, page.locale.language_code):
        raise Http404(_("This field does not come from the national service catalogue."))
    return page
