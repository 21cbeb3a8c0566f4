"""The same entries as pages, for Wagtail's own search."""

from collections.abc import Sequence
from time import process_time
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import SearchField

from search.documents import Document, Texts
from search.query import SearchQuery
from services.models import Entry, OrganisationPage, ServicePage

BATCH = 500
SLUG = "invented-"
FIELDS = ("summary", "easy_text", "keywords")  # with the title, all that our documents hold


@transaction.atomic
def put_pages(entries: Sequence[tuple[UUID, Document]]) -> None:
    """Make pages of entries in place of those that were made before, as fast as it goes."""
    Page.objects.filter(slug__startswith=SLUG).delete()
    kind = ContentType.objects.get_for_model(ServicePage)
    for locale in Locale.objects.all():
        parent = OrganisationPage.objects.filter(locale=locale).first()
        rows = [
            Page(
                title=document.texts[locale.language_code].title,
                slug=f"{SLUG}{number}",
                locale=locale,
                translation_key=key,
                content_type=kind,
                depth=parent.depth + 1,
                # So far from the parent's real pages that paths never meet.
                path=Page._get_path(parent.path, parent.depth + 1, 100_000 + number),
                url_path=f"{parent.url_path}{SLUG}{number}/",
            )
            for number, (key, document) in enumerate(entries)
        ]
        Page.objects.bulk_create(rows, batch_size=BATCH)
        texts = (document.texts[locale.language_code] for _key, document in entries)
        pages = [_service(row, text) for row, text in zip(rows, texts, strict=True)]
        for model in (Entry, ServicePage):  # models that inherit know no bulk_create
            fields = model._meta.local_concrete_fields
            for start in range(0, len(pages), BATCH):
                model._base_manager._insert(pages[start : start + BATCH], fields=fields)


def _service(row: Page, text: Texts) -> ServicePage:
    return ServicePage(
        page_ptr_id=row.pk,
        entry_ptr_id=row.pk,
        entry_kind=ServicePage.kind,
        summary=text.summary,
        easy_text=text.body,
        keywords=text.keywords,
    )


def index_pages() -> float:
    """Put all pages into the index of Wagtail's search; return the seconds of work."""
    ServicePage.search_fields = [*Page.search_fields, *map(SearchField, FIELDS)]
    index = get_search_backend().get_index_for_model(ServicePage)
    pages = ServicePage.objects.filter(slug__startswith=SLUG).order_by("pk")
    started = process_time()
    count = pages.count()
    for start in range(0, count, BATCH):
        index.add_items(ServicePage, list(pages[start : start + BATCH]))
    return process_time() - started


def search_pages(query: SearchQuery) -> tuple[int, list[int]]:
    """Return how many pages of a language answer, and the first of them."""
    locale = Locale.objects.get(language_code=query.language)
    found = ServicePage.objects.filter(live=True, locale=locale).search(query.text)
    return found.count(), [page.pk for page in found[: query.page_size]]
