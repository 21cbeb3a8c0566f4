"""Deletes and moves in the admin take the other languages along."""

from collections.abc import Iterable

from wagtail.models import Page


def translations_by_page(pages: Iterable[Page]) -> dict[Page, list[Page]]:
    """Map each page to its versions and aliases in the other languages."""
    return {page: list(Page.objects.translation_of(page, inclusive=False)) for page in pages}


def add_translations(pages: list[Page]) -> None:
    """Add the other languages' versions to a list of pages, in place, each page once."""
    seen = {page.pk for page in pages}
    for versions in translations_by_page(list(pages)).values():
        pages.extend(version for version in versions if version.pk not in seen)
        seen.update(version.pk for version in versions)


def move_translations(pages: Iterable[Page], destination: Page) -> None:
    """Move the other languages' versions under the destination's versions."""
    for versions in translations_by_page(pages).values():
        for version in versions:
            target = destination.get_translation_or_none(version.locale)
            if target is not None:
                version.move(target, pos="last-child")
