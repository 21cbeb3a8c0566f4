"""What the loader asks of pages: who edited them, what they say, and that their history says it."""

from typing import Any
from uuid import UUID

from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision

from services.models.bilingual import BilingualPage
from services.translations.facts import facts_of


def keys_edited_by_people() -> set[UUID]:
    """Return the translation keys of pages that somebody has edited in the admin."""
    by_people = Revision.page_revisions.filter(user__isnull=False)
    pages = [int(pk) for pk in by_people.values_list("object_id", flat=True).distinct()]
    return set(Page.objects.filter(pk__in=pages).values_list("translation_key", flat=True))


def content_of(page: BilingualPage) -> dict[str, Any]:
    """Return all that a page says, in a form that compares."""
    texts = {name: page._meta.get_field(name).value_to_string(page) for name in page.text_fields}
    return {**facts_of(page), **texts, "alias_of": page.alias_of_id}


def check_children(page: BilingualPage) -> None:
    """Check an unsaved page's children by their own rules; saving checks the page alone."""
    for relation in get_all_child_relations(type(page)):
        for child in getattr(page, relation.get_accessor_name()).all():
            child.full_clean(exclude=[relation.field.name])


def keep_in_history(page: BilingualPage) -> None:
    """Let the latest revision, which the editor opens, say what the live page says.

    One revision, however often the loader moves its dates.
    """
    revision = page.latest_revision
    if revision is None:
        revision = page.save_revision(clean=False, changed=False, log_action="wagtail.create")
        Page.objects.filter(pk=page.pk).update(live_revision=revision)
    else:
        revision.content = page.serializable_data()
        revision.save(update_fields=["content"])
