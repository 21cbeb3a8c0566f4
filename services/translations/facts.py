"""Facts flow: what is published in one language is true in all of them at once."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import ManyToOneRel, Model
from wagtail.models import Page, Revision
from wagtail_localize.models import TranslationSource

from services.translations.gate import facts_may_pass

if TYPE_CHECKING:
    from services.models.bilingual import BilingualPage


@transaction.atomic
def sync_facts(published: "BilingualPage") -> None:
    """Copy a published page's facts to its translations: live text, drafts and scheduled ones.

    Both directions; texts stay. Only differing pages are written, so that it ends.
    """
    if published.alias_of_id:
        return
    _lock_all_languages(published)
    source = type(published).objects.get(pk=published.pk)
    _refresh_frozen_source(source)
    for target in source.get_translations().filter(alias_of=None):
        _bring_facts(source, target.specific)


def _lock_all_languages(page: "BilingualPage") -> None:
    """Two languages published at once take turns, or each would keep the other's facts."""
    versions = Page.objects.filter(translation_key=page.translation_key).order_by("pk")
    list(versions.select_for_update().values_list("pk", flat=True))


def _refresh_frozen_source(page: "BilingualPage") -> None:
    """wagtail-localize republishes from a frozen copy of its source: keep that copy current."""
    frozen = TranslationSource.objects.get_for_instance_or_none(page)
    if frozen is not None:
        frozen.update_from_db()


def _bring_facts(source: "BilingualPage", target: "BilingualPage") -> None:
    draft = _draft_of(target)
    scheduled = _scheduled_revisions(target)
    if facts_of(source) != facts_of(target):
        _write_live_row(source, target)
    if draft is not None and facts_of(source) != facts_of(draft):
        copy_facts(source, draft)
        with facts_may_pass():
            draft.save_revision(clean=False, changed=True)
    elif draft is not None and target.live:
        _make_latest_again(draft)
    for revision in scheduled:
        _bring_facts_to_scheduled(source, revision)


def _scheduled_revisions(page: "BilingualPage") -> list[Revision]:
    return list(
        Revision.page_revisions.filter(object_id=str(page.pk), approved_go_live_at__isnull=False)
    )


def _draft_of(page: "BilingualPage") -> "BilingualPage | None":
    """Return the page's latest revision where it holds more than the live row does."""
    if not page.latest_revision_id or (page.live and not page.has_unpublished_changes):
        return None
    return page.get_latest_revision_as_object()  # type: ignore[no-any-return]


def _write_live_row(source: "BilingualPage", target: "BilingualPage") -> None:
    copy_facts(source, target)
    with facts_may_pass():
        if target.live:
            target.save_revision(clean=False, changed=False).publish()
        else:
            target.save(clean=False)


def _make_latest_again(draft: "BilingualPage") -> None:
    """Publishing the facts moved `latest_revision`: the editor's draft stays the latest."""
    page = type(draft).objects.get(pk=draft.pk)
    if not page.has_unpublished_changes:
        draft.save_revision(clean=False, changed=True)


def _bring_facts_to_scheduled(source: "BilingualPage", revision: Revision) -> None:
    """A scheduled revision gets today's facts, and its date back that publishing them cleared."""
    page = revision.as_object()
    if facts_of(source) != facts_of(page):
        copy_facts(source, page)
        revision.content = {**revision.content, **page.serializable_data()}
    revision.save(update_fields=["content", "approved_go_live_at"])


def copy_facts(source: "BilingualPage", target: "BilingualPage") -> None:
    """Set every fact of `target` to `source`'s value, in memory."""
    for name in source.fact_names():
        field = source._meta.get_field(name)
        if isinstance(field, ManyToOneRel):
            source.copy_child_relation(name, target)
        else:
            setattr(target, field.attname, getattr(source, field.attname))


def facts_of(page: "BilingualPage") -> dict[str, Any]:
    """Return a page's facts in a form that compares: children without their row ids."""
    return {name: _comparable(page, name) for name in page.fact_names()}


def _comparable(page: "BilingualPage", name: str) -> Any:
    field = page._meta.get_field(name)
    if not isinstance(field, ManyToOneRel):
        return getattr(page, field.attname)
    rows = getattr(page, name).all()
    return [_child_values(row, field.field.name) for row in rows]


def _child_values(row: Model, parent_name: str) -> dict[str, Any]:
    return {
        field.name: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key and field.name != parent_name
    }
