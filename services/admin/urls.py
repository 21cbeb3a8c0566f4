"""Addresses routed before the admin's own."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import path
from django.views import View
from wagtail.admin.auth import require_admin_access

from services.admin.meeting_views import CancelMeetingView, MeetingListView, RestoreMeetingView
from services.admin.organisation_views import CreateOrganisationView, EntrustView
from services.admin.translation_views import (
    GuardedSubmitTranslationView,
    GuardedUpdateTranslationsView,
    guarded_convert_to_alias,
)


def _guarded(view: type[View]) -> Callable[..., HttpResponseBase]:
    guarded: Callable[..., HttpResponseBase] = require_admin_access(view.as_view())
    return guarded


urlpatterns = [
    path("localize/submit/page/<int:page_id>/", _guarded(GuardedSubmitTranslationView)),
    path("localize/update/<int:translation_source_id>/", _guarded(GuardedUpdateTranslationsView)),
    path(
        "localize/page/<int:page_id>/convert_to_alias/",
        require_admin_access(guarded_convert_to_alias),
    ),
    path("meetings/", _guarded(MeetingListView), name="meetings"),
    path("meetings/<int:pk>/cancel/", _guarded(CancelMeetingView), name="cancel_meeting"),
    path("meetings/<int:pk>/restore/", _guarded(RestoreMeetingView), name="restore_meeting"),
    path(
        "organisations/new/<int:index_id>/",
        _guarded(CreateOrganisationView),
        name="create_organisation",
    ),
    path("organisations/<int:page_id>/entrust/", _guarded(EntrustView), name="entrust"),
]
