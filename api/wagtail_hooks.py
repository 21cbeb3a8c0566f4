"""What this room adds to Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from api.previews.editor import embedded_preview
from services.models import Entry


@hooks.register("register_admin_urls")
def preview_urls() -> list[URLPattern]:
    """Route the page that leads to a draft in the embedded list."""
    return [path("previews/<int:page_id>/", embedded_preview, name="embedded_preview")]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def embedded_preview_button(
    page: Page, user: Any, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    """Offer the preview to whoever may edit the entry."""
    if not settings.EMBED_URL or not issubclass(page.specific_class, Entry):
        return
    if page.permissions_for_user(user).can_edit():
        url = reverse("embedded_preview", args=[page.pk])
        yield Button(_("Preview in an embedded list"), url, icon_name="view", priority=5)
