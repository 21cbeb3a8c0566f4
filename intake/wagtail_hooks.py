"""What this room adds to Wagtail's admin."""

from typing import Any

from django.templatetags.static import static
from django.urls.resolvers import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from intake.admin.snippets import ImportsGroup
from intake.admin.urls import urlpatterns
from intake.ownership import fields_kept_in_catalogue
from services.admin.kept import HOOK, Kept
from services.models.bilingual import BilingualPage

register_snippet(ImportsGroup)


@hooks.register("register_admin_urls")
def import_urls() -> list[URLPattern]:
    """Put the imports below the admin's address."""
    return urlpatterns


@hooks.register(HOOK)
def catalogues_fields(page: Page, user: Any) -> dict[str, Kept]:
    """Say which fields the national service catalogue keeps."""
    return fields_kept_in_catalogue(page, user) if isinstance(page, BilingualPage) else {}


@hooks.register("register_log_actions")
def ownership_in_the_page_log(actions: Any) -> None:
    """Name in a page's history what happened to its fields."""
    actions.register_action(
        "intake.take_over", _("Take over a field"), _("A field was taken over from PTV")
    )
    actions.register_action(
        "intake.give_back", _("Give a field back"), _("A field was given back to PTV")
    )


@hooks.register("insert_global_admin_css")
def import_styles() -> str:
    """Set what stands beside each other."""
    return format_html('<link rel="stylesheet" href="{}">', static("intake/admin.css"))
