"""Addresses in each page's own language, that no page of another language stands on."""

from itertools import count
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.text import slugify
from wagtail.models import Page

if TYPE_CHECKING:
    from services.models.bilingual import BilingualPage


def follow_translated_title(page: "BilingualPage") -> None:
    """Take a never published translation's slug from its own title, once that is translated."""
    if page.pk is None or page.first_published_at or page.alias_of_id:
        return
    sources = Page.objects.filter(translation_key=page.translation_key, slug=page.slug)
    other = sources.exclude(locale_id=page.locale_id).first()
    wanted = slugify(page.title)
    if other is None or other.title == page.title or not wanted or wanted == page.slug:
        return
    page.slug = available_slug(page, wanted)


def available_slug(page: "BilingualPage", wanted: str) -> str:
    """Return `wanted`, or `wanted-2` and on, free beside the page in every language."""
    candidates = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(slug for slug in candidates if not is_taken(page, slug))


def is_taken(page: "BilingualPage", slug: str) -> bool:
    """Tell whether another page, in any language, stands on a slug beside this one."""
    parent = page.get_parent()
    if parent is None:
        return False
    beside = parent.get_children().filter(slug=slug).exclude(pk=page.pk)
    return bool(beside.exists()) or is_taken_under(parent, slug, page.translation_key)


def is_taken_under(parent: Page, slug: str, translation_key: UUID | None) -> bool:
    """Tell whether a page other than the one of a key stands on a slug under a parent.

    A page that only one language has is shown under all of them, so languages share their slugs.
    """
    versions = parent.get_translations(inclusive=True)
    return any(
        version.get_children().filter(slug=slug).exclude(translation_key=translation_key).exists()
        for version in versions
    )
