"""Page histories: the editor opens the latest revision, so it says what the live page says."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from services.models.bilingual import BilingualPage


def keys_edited_by_people() -> set[UUID]:
    """Return the translation keys of pages that somebody has edited in the admin."""
    by_people = Revision.page_revisions.filter(user__isnull=False)
    pages = [int(pk) for pk in by_people.values_list("object_id", flat=True).distinct()]
    return set(Page.objects.filter(pk__in=pages).values_list("translation_key", flat=True))


def begin_histories(pages: Sequence[BilingualPage]) -> None:
    """Give new pages their first revision, all at once: one by one, each page is saved again."""
    base_type = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_object=page,
            base_content_type=base_type,
            created_at=timezone.now(),
            content=page.serializable_data(),
            object_str=str(page),
        )
        for page in pages
    )
    rows = []
    for page, revision in zip(pages, revisions, strict=True):
        log(instance=page, action="wagtail.create", revision=revision)
        row = Page(pk=page.pk, latest_revision=revision, live_revision=revision)
        row.latest_revision_created_at = revision.created_at
        rows.append(row)
    Page.objects.bulk_update(
        rows, ["latest_revision", "live_revision", "latest_revision_created_at"]
    )


def renew_history(page: BilingualPage) -> None:
    """Write a changed page into the revision it has, instead of one more for every day's dates."""
    revision = page.latest_revision
    revision.content = page.serializable_data()
    revision.save(update_fields=["content"])
