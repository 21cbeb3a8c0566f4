"""Public addresses of pages, also where a page is shown under another language than its own."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page

PATH_STEP = Page.steplen


def path_in(url_path: str, language: str) -> str:
    """Turn Wagtail's url_path ("/front/organisations/x/") into "/sv/organisations/x/"."""
    return f"/{language}/{url_path.split('/', 2)[2]}"


def url_in(page: Page, language: str) -> str:
    """Return a page's address in the visitor's language.

    Its version in that language where there is one, or else the page itself, standing under the
    nearest parent that the language has.
    """
    version = _version_in(page, language)
    if version is not None:
        return path_in(version.url_path, language)
    parent = page.get_parent()
    if parent is None or parent.is_root():
        return f"/{language}/"
    return f"{url_in(parent, language)}{page.slug}/"


def permanent_url(translation_key: UUID, language: str) -> str:
    """Return the address of an entry that never changes: for QR codes, calendars and embeds."""
    with override(language):
        return reverse("permanent_entry", args=[translation_key])


def parents_in(pages: Iterable[Page], language: str, parents: Any = None) -> dict[str, Any]:
    """Map the paths of pages' parents to those parents in a language, where they exist in it.

    `parents` is the queryset to take them from (plain pages by default). Two queries, however
    many pages.
    """
    among = Page.objects.all() if parents is None else parents
    own = {row.path: row for row in among.filter(path__in={p.path[:-PATH_STEP] for p in pages})}
    keys = {row.translation_key for row in own.values()}
    in_language = among.filter(translation_key__in=keys, locale__language_code=language, live=True)
    versions = {row.translation_key: row for row in in_language}
    return {path: versions.get(row.translation_key, row) for path, row in own.items()}


def _version_in(page: Page, language: str) -> Page | None:
    if page.locale.language_code == language:
        return page
    return (
        Page.objects.filter(
            translation_key=page.translation_key, locale__language_code=language, live=True
        )
        .only("url_path")
        .first()
    )
