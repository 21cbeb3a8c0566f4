"""Who may import, and which imports somebody sees."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.permissions import page_permission_policy

from intake.models import ImportBatch
from services.models.organisation import OrganisationPage


def may_import(user: Any) -> bool:
    """Whoever publishes an organisation may import what belongs under it."""
    return bool(user.has_perm("intake.add_importbatch")) or publishable_organisations(user).exists()


def publishable_organisations(user: Any) -> QuerySet[OrganisationPage]:
    """Return the organisations whose pages a user may publish."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    return OrganisationPage.objects.filter(pk__in=pages.values("pk"))


def visible_batches(user: Any) -> QuerySet[ImportBatch]:
    """Coordinators see every import, others their own."""
    if user.has_perm("intake.view_importbatch"):
        return ImportBatch.objects.all()
    return ImportBatch.objects.filter(user=user)


def publishable_keys(user: Any) -> Any:
    """Return the translation keys of the pages that a user may publish, for a subquery."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    return pages.values("translation_key")


class ImportersOnly:
    """Refuses whoever may not import anything."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Check before anything else."""
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc,no-any-return]
