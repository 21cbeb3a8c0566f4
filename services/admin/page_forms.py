"""The editor's forms: they say what is wrong beside the field, and change only what is theirs."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm

from services.admin.kept import kept_elsewhere, read_only_rows
from services.translations.slugs import is_taken_under


class BilingualPageForm(WagtailAdminPageForm):
    """Creates and edits pages that share their addresses with the other languages.

    Fields that are kept elsewhere are not in the form, so nothing that is sent can change them.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept_elsewhere(self.instance, self.for_user)
        for name, field in self.kept.items():
            if field.read_only:
                self.fields.pop(name, None)
        if "channels" in self.formsets:
            self.formsets["channels"].keep(read_only_rows(self.kept))

    def add_error(self, field: str | None, error: Any) -> None:
        """Say above the form what is wrong with a field that isn't in it."""
        if not hasattr(error, "error_dict"):
            super().add_error(field, error)
            return
        for name, errors in error.error_dict.items():
            super().add_error(name if name in self.fields else NON_FIELD_ERRORS, errors)

    def clean(self) -> dict[str, Any]:
        """Check the address among the parent's children in every language."""
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("slug")
        key = self.instance.translation_key
        if slug and self.parent_page and is_taken_under(self.parent_page, slug, key):
            self.add_error("slug", _("Another page, in some language, has this address."))
        return cleaned


class EntryForm(BilingualPageForm):
    """Says beside the button what publishing would refuse."""

    def clean(self) -> dict[str, Any]:
        """Refuse to publish under an organisation that is a draft itself."""
        cleaned = super().clean()
        if "action-publish" in self.data and self.parent_page and not self.parent_page.live:
            self.add_error(None, _("Publish the organisation first."))
        return cleaned


class BilingualCopyForm(CopyForm):
    """Copies pages to new ones of their own; never as aliases, which would speak two languages."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("alias", None)

    def clean(self) -> dict[str, Any]:
        """Check the new address among the new parent's children in every language."""
        cleaned: dict[str, Any] = super().clean()
        slug, parent = cleaned.get("new_slug"), cleaned.get("new_parent_page")
        if slug and parent and is_taken_under(parent, slug, None):
            self.add_error("new_slug", _("Another page, in some language, has this address."))
        cleaned.setdefault("alias", False)
        return cleaned
