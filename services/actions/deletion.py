"""Deleting and moving with all languages, for code; the admin does it by Wagtail's own hook."""

from django.db import transaction
from wagtail.models import Page

from services.translations.cascade import move_translations


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
    move_translations([page], target)
    page.move(target, pos="last-child")
