"""The house itself: languages, front pages and sections, before anything stands in them."""

import os

from django.conf import settings
from wagtail.models import Locale, Page, Site

from home.demo.keys import key_of
from home.demo.record import Record
from home.demo.shelf import Shelf
from home.models import (
    ArticleIndexPage,
    FrontPage,
    LifeSituationIndexPage,
    MunicipalityIndexPage,
    ServicePathIndexPage,
)
from services.models import OrganisationIndexPage
from services.models.bilingual import BilingualPage

SECTIONS: dict[str, type[BilingualPage]] = {
    "life_situations": LifeSituationIndexPage,
    "municipalities": MunicipalityIndexPage,
    "service_paths": ServicePathIndexPage,
    "articles": ArticleIndexPage,
    "organisations": OrganisationIndexPage,
}


def configured_locales() -> list[Locale]:
    """Return the site's languages as Wagtail's locales, made where they are missing."""
    return [
        Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES
    ]


def put_front_pages(shelf: Shelf, front: Record) -> dict[str, FrontPage]:
    """Stand a front page per language under the root, and let the site begin there."""
    root = Page.get_first_root_node()

    def make(language: str) -> FrontPage:
        return FrontPage(
            slug=f"front-{language}",
            headline=front.text_in("headline", language),
            intro=front.text_in("intro", language),
            search_placeholder=front.text_in("search_placeholder", language),
        )

    pages = shelf.put(key_of("front"), front, dict.fromkeys(shelf.locales, root), make)
    shelf.mirror(pages[0])
    fronts = shelf.versions(FrontPage, key_of("front"))
    _begin_site_at(fronts[settings.LANGUAGE_CODE])
    return fronts


def put_section(shelf: Shelf, record: Record, fronts: dict[str, FrontPage]) -> dict[str, Page]:
    """Stand a section under every front page, and return it by language."""
    code = record.code("code", SECTIONS)
    key = key_of("sections", code)
    pages = shelf.put(
        key, record, fronts, lambda language: SECTIONS[code](slug=record.text_in("slug", language))
    )
    shelf.mirror(pages[0])
    return shelf.versions(SECTIONS[code], key)


def _begin_site_at(front: Page) -> None:
    port = int(os.environ.get("PORT", "8000"))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": port, "root_page": front}
    )
    # The welcome page of Wagtail's own first migration.
    for page in Page.objects.filter(depth=2, numchild=0, content_type__model="page"):
        page.delete()
