"""Page histories: the editor opens the latest revision, so it says what the live page says."""

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from services.models.bilingual import BilingualPage

POINTERS = ["latest_revision", "live_revision", "latest_revision_created_at"]


@transaction.atomic
def add_to_histories(pages: Sequence[BilingualPage], *, action: str, user: Any = None) -> None:
    """Give saved live pages a revision of what they say, all at once: one by one, each is saved
    again. A draft stays the latest revision.
    """
    base_type = ContentType.objects.get_for_model(Page)
    revisions = Revision.objects.bulk_create(
        Revision(
            content_object=page,
            base_content_type=base_type,
            user=user,
            created_at=timezone.now(),
            content=page.serializable_data(),
            object_str=str(page),
        )
        for page in pages
    )
    rows = []
    for page, revision in zip(pages, revisions, strict=True):
        log(instance=page, action=action, user=user, revision=revision)
        page.live_revision = revision
        if not page.has_unpublished_changes:
            page.latest_revision = revision
            page.latest_revision_created_at = revision.created_at
        rows.append(Page(pk=page.pk, **{name: getattr(page, name) for name in POINTERS}))
    Page.objects.bulk_update(rows, POINTERS)
