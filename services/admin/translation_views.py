"""wagtail-localize's two views that check only a global permission, guarded by the page's own."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView


class GuardedSubmitTranslationView(SubmitPageTranslationView):
    """Send a page to translation: only one that the user may edit, to where they may add pages."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check the page before anything else."""
        if not self.get_object().permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[no-any-return]

    def form_valid(self, form: Any) -> HttpResponse:
        """Check the parent in every language asked for."""
        parent: Page = self.object.get_parent()
        for locale in form.cleaned_data["locales"]:
            target = parent.get_translation_or_none(locale)
            if target and not target.specific.permissions_for_user(
                self.request.user
            ).can_add_subpage():
                raise PermissionDenied
        return super().form_valid(form)  # type: ignore[no-any-return]


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
