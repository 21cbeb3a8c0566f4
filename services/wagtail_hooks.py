"""What this room adds to Wagtail's admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail_localize.views.edit_translation import edit_translation

from services.admin.facts import show_facts
from services.admin.snippets import DirectoryCodesGroup
from services.models.bilingual import BilingualPage
from services.models.entry import Entry
from services.models.organisation import OrganisationPage
from services.translations.cascade import (
    add_translations,
    move_translations,
    translations_by_page,
)
from services.translations.gate import drop_unpublishable, enabled_translation

register_snippet(DirectoryCodesGroup)


@hooks.register("register_admin_menu_item")
def meetings_menu_item() -> MenuItem:
    """Link to the coming meetings from everywhere."""
    return MenuItem(gettext_lazy("Meetings"), reverse("meetings"), icon_name="date", order=150)


@hooks.register("before_create_page")
def organisations_are_made_whole(
    request: HttpRequest, parent: Page, page_class: type[Page]
) -> HttpResponse | None:
    """Send editors to the form that makes mirror, group and collection together."""
    if page_class is OrganisationPage:
        return redirect("create_organisation", parent.pk)
    return None


@hooks.register("before_copy_page")
def organisations_are_not_copied(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A copy would have neither mirror nor group: make a new organisation instead."""
    if page.specific_class is OrganisationPage:
        messages.error(request, _("An organisation can't be copied. Make a new one."))
        return redirect("create_organisation", page.get_parent().pk)
    return None


@hooks.register("before_edit_page", order=-1)
def mirrors_open_in_the_translation_editor(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An organisation's mirror stays an alias until its translation is finished: let it be."""
    translation = enabled_translation(page) if page.alias_of_id else None
    return edit_translation(request, translation, page) if translation else None


@hooks.register("before_edit_page", order=-2)
def translators_see_the_facts(request: HttpRequest, page: Page) -> None:
    """The translation editor has texts only: say the facts above it."""
    translation = enabled_translation(page) if isinstance(page, BilingualPage) else None
    if request.method == "GET" and translation is not None:
        show_facts(request, page, translation)


@hooks.register("construct_page_action_menu")
def entries_do_not_become_aliases(
    menu_items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Take away wagtail-localize's offer to turn an entry into an alias."""
    page = context.get("page")
    if page is not None and isinstance(page, Entry):
        menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@hooks.register("construct_page_action_menu")
def publishing_comes_first(
    menu_items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Make “Publish” the button that shows: a draft saved by mistake looks published."""
    menu_items.sort(key=lambda item: item.name != "action-publish")


@hooks.register("before_bulk_action")
def half_translations_stay_drafts(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Leave unfinished translations out of a bulk publish, and say which."""
    if action_type != "publish":
        return None
    form = action.cleaned_form
    with_descendants = bool(form and form.cleaned_data.get("include_descendants"))
    left_out = drop_unpublishable(objects, with_descendants=with_descendants)
    if left_out:
        names = ", ".join(page.get_admin_display_title() for page in left_out)
        messages.warning(
            request,
            _("Not published: translation unfinished, or the parent is a draft: %s") % names,
        )
    return None


@hooks.register("construct_translated_pages_to_cascade_actions")
def deletes_and_moves_take_translations_along(
    pages: list[Page], action: str
) -> dict[Page, list[Page]] | None:
    """Unpublishing stays with one language: a bad translation can be taken down by itself."""
    return translations_by_page(pages) if action in {"delete", "move"} else None


@hooks.register("before_bulk_action")
def bulk_deletes_and_moves_take_translations_along(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Wagtail asks the hook above for single pages only."""
    pages = [item for item in objects if isinstance(item, Page)]
    if action_type == "delete" and pages:
        add_translations(objects)
    elif action_type == "move" and pages:
        move_translations(pages, action.cleaned_form.cleaned_data["chooser"])


@hooks.register("register_page_header_buttons")
def entrust_button(
    page: Page, user: Any, view_name: str | None = None, next_url: str | None = None
) -> Iterator[Button]:
    """Offer coordinators to entrust an organisation to another group."""
    if page.specific_class is OrganisationPage and (
        page.get_parent().permissions_for_user(user).can_edit()
    ):
        yield Button(_("Entrust"), reverse("entrust", args=[page.pk]), icon_name="group")


@hooks.register("insert_global_admin_css")
def editor_styles() -> str:
    """Set rows that are kept elsewhere apart from one's own."""
    return format_html('<link rel="stylesheet" href="{}">', static("services/admin.css"))
