"""The way from the page editor to a draft in the embedded list."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from api.previews.tokens import preview_token
from services.models import Entry


def embedded_preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """Offer an editor the links to the latest saved draft, one for each language."""
    entry = get_object_or_404(Entry, pk=page_id)
    if not settings.EMBED_URL or not entry.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    address = f"{settings.EMBED_URL}/preview/{preview_token(entry)}"
    context = {
        "page_title": _("Preview in an embedded list"),
        "entry": entry,
        "minutes": settings.PREVIEW_SECONDS // 60,
        "links": [(name, f"{address}?lang={code}") for code, name in settings.LANGUAGES],
    }
    return render(request, "api/embedded_preview.html", context)
