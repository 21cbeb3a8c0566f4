"""wagtail-localize's views, guarded.

Two of them check only a global permission, not the page's own; one would make aliases of entries.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.models import Locale, Page
from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from services.models.entry import Entry


class GuardedSubmitTranslationView(SubmitPageTranslationView):
    """Send a page to translation: only one that the user may edit, to where they may add pages."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the page before anything else."""
        if not self.get_object().permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    def form_valid(self, form: Any) -> HttpResponse:
        """Check where the page would come to stand in every language asked for."""
        for locale in form.cleaned_data["locales"]:
            if not may_translate_to(self.request.user, self.object, locale):
                raise PermissionDenied
        return super().form_valid(form)  # type: ignore[no-any-return]


def may_translate_to(user: Any, page: Page, locale: Locale) -> bool:
    """Tell whether a user may make a page's version in a language, or work on its mirror there.

    Where a parent is missing in that language localize makes it too: ask the next one above it.
    """
    mirror = page.get_translation_or_none(locale)
    if mirror is not None:
        return bool(mirror.permissions_for_user(user).can_edit())
    for ancestor in page.get_ancestors().reverse():
        parent = ancestor.get_translation_or_none(locale)
        if parent is not None:
            return bool(parent.permissions_for_user(user).can_add_subpage())
    root = Page.get_first_root_node()
    return bool(root.permissions_for_user(user).can_add_subpage())


class GuardedUpdateTranslationsView(UpdateTranslationsView):
    """Bring translations up to date: only of pages that the user may publish in every language."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the source and each of its translations."""
        page = self.get_object().get_source_instance()
        if isinstance(page, Page):
            for version in page.get_translations(inclusive=True).specific():
                if not version.permissions_for_user(request.user).can_publish():
                    raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]


def guarded_convert_to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make a page an alias of its source again; entries have no aliases."""
    page = get_object_or_404(Page, pk=page_id)
    if isinstance(page.specific_deferred, Entry):
        raise PermissionDenied
    return convert_to_alias(request, page_id)  # type: ignore[no-any-return]
