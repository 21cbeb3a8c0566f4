"""Addresses in each page's own language."""

from typing import TYPE_CHECKING

from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
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
    page.slug = find_available_slug(page.get_parent(), wanted, ignore_page_id=page.pk)
