"""Page histories of the demo: which pages people have edited, and a day's new dates."""

from uuid import UUID

from wagtail.models import Page, Revision

from services.models.bilingual import BilingualPage


def keys_edited_by_people() -> set[UUID]:
    """Return the translation keys of pages that somebody has edited in the admin."""
    by_people = Revision.page_revisions.filter(user__isnull=False)
    pages = [int(pk) for pk in by_people.values_list("object_id", flat=True).distinct()]
    return set(Page.objects.filter(pk__in=pages).values_list("translation_key", flat=True))


def renew_history(page: BilingualPage) -> None:
    """Write a changed page into the revision it has, instead of one more for every day's dates."""
    revision = page.latest_revision
    revision.content = page.serializable_data()
    revision.save(update_fields=["content"])
