"""What this room adds to Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from search.admin.concepts import ConceptViewSet, urls
from search.admin.searches import urls as searches
from search.models import ThesaurusConcept
from search.thesaurus.rules import shared_terms
from search.thesaurus.stored import concept_of, stored_concepts

register_snippet(ConceptViewSet)


@hooks.register("register_admin_urls")
def thesaurus_urls() -> list[URLPattern]:
    """Route export and import."""
    return urls()


@hooks.register("register_admin_urls")
def searches_urls() -> list[URLPattern]:
    """Route the lists of searches."""
    return searches.urls()


@hooks.register("register_admin_menu_item")
def searches_menu_item() -> MenuItem:
    """Show them beside the thesaurus."""
    return searches.menu_item()


@hooks.register("insert_global_admin_css")
def searches_styles() -> str:
    """Set the rows of searches beside what can be done about them."""
    return format_html('<link rel="stylesheet" href="{}">', static("search/admin.css"))


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def shared_terms_are_told(request: HttpRequest, instance: Any) -> None:
    """A term of two concepts finds both: let the editor decide which one it means."""
    if not isinstance(instance, ThesaurusConcept):
        return
    for term, codes in shared_terms(concept_of(instance), stored_concepts()).items():
        names = {"term": term, "others": ", ".join(codes)}
        message = _("“%(term)s” is a term of these concepts too: %(others)s")
        messages.warning(request, message % names)
