"""Deleting and moving with all languages, for code; the admin does it by Wagtail's own hook."""

from django.db import transaction
from wagtail.models import Page


@transaction.atomic
def delete_with_translations(*, page: Page) -> None:
    """Delete a page in every language."""
    for version in Page.objects.filter(translation_key=page.translation_key).specific():
        # An alias is deleted together with its source: it may be gone by now.
        if Page.objects.filter(pk=version.pk).exists():
            version.delete()


@transaction.atomic
def move_with_translations(*, page: Page, target: Page) -> None:
    """Move a page, and its versions to the target's versions in their languages."""
    for version in Page.objects.filter(translation_key=page.translation_key).specific():
        destination = target if version.locale_id == target.locale_id else (
            target.get_translation_or_none(version.locale)
        )
        if destination is not None:
            version.move(destination, pos="last-child")
