"""The group leader's list of coming meetings, and cancelling one in half a minute."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from services.actions.meetings import cancel_meeting, restore_meeting
from services.fields.localized_text import LocalizedTextFormField
from services.models.entry import Entry
from services.models.meeting import Meeting
from services.selectors.cards import best_versions

SHOWN = 60


class CancelForm(forms.Form):
    """Why a meeting is cancelled, in the languages one has; may stay empty."""

    reason = LocalizedTextFormField(label=gettext_lazy("Reason"), required=False, max_length=200)


class MeetingListView(View):
    """Coming meetings of the groups that the user may publish, soonest first."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the list."""
        pages = page_permission_policy.instances_user_has_permission_for(request.user, "publish")
        keys = Entry.objects.filter(pk__in=pages.values("pk")).values_list("translation_key")
        meetings = list(Meeting.objects.upcoming().filter(translation_key__in=keys)[:SHOWN])
        entries = best_versions(
            {meeting.translation_key for meeting in meetings}, get_language() or ""
        )
        rows = [
            (meeting, entries[meeting.translation_key])
            for meeting in meetings
            if meeting.translation_key in entries
        ]
        return render(
            request, "services/admin/meetings.html", {"rows": rows, "page_title": _("Meetings")}
        )


class CancelMeetingView(View):
    """Ask for a reason, then cancel one meeting; nobody's draft is published."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show the meeting and the form."""
        return self._answer(request, _publishable_meeting(request, pk), CancelForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Cancel, and say so."""
        meeting = _publishable_meeting(request, pk)
        form = CancelForm(request.POST)
        if not form.is_valid():
            return self._answer(request, meeting, form)
        cancel_meeting(meeting=meeting, reason=form.cleaned_data["reason"])
        messages.success(request, _("The meeting is cancelled. It shows on the site at once."))
        return redirect("meetings")

    def _answer(self, request: HttpRequest, meeting: Meeting, form: CancelForm) -> HttpResponse:
        context: dict[str, Any] = {
            "meeting": meeting,
            "entry": _entry(meeting.translation_key),
            "form": form,
            "page_title": _("Cancel the meeting"),
        }
        return render(request, "services/admin/cancel_meeting.html", context)


class RestoreMeetingView(View):
    """Undo a change of one meeting."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Restore, and say so."""
        restore_meeting(meeting=_publishable_meeting(request, pk))
        messages.success(request, _("The meeting takes place again as planned."))
        return redirect("meetings")


def _publishable_meeting(request: HttpRequest, pk: int) -> Meeting:
    """Return the meeting; refuse whoever may not publish its entry in some language."""
    meeting = get_object_or_404(Meeting, pk=pk)
    pages = Page.objects.filter(translation_key=meeting.translation_key).specific()
    if not any(page.permissions_for_user(request.user).can_publish() for page in pages):
        raise PermissionDenied
    return meeting


def _entry(translation_key: UUID) -> Entry:
    return best_versions([translation_key], get_language() or "")[translation_key]
