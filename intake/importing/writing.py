"""Pages written: new ones, and single fields of those that are there, with drafts kept."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, cast
from uuid import UUID

from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, ReferenceIndex, Revision

from intake.fields import is_channel, read, write
from intake.importing.wanted import Values, Wanted, facts_in_order
from intake.models import ImportedRecord
from services.actions.histories import add_to_histories
from services.codes import GroupType, Kind, PlaceSource, Source
from services.models import (
    Entry,
    EntryChannel,
    MeetingPlacePage,
    OrganisationPage,
    PeerGroupPage,
    ServicePage,
    SupportFormPage,
)
from services.models.bilingual import BilingualPage
from services.translations.facts import copy_facts

PAGES: Final[dict[str, type[Entry]]] = {
    Kind.SERVICE: ServicePage,
    Kind.SUPPORT_FORM: SupportFormPage,
    Kind.PEER_GROUP: PeerGroupPage,
    Kind.MEETING_PLACE: MeetingPlacePage,
}


def versions(key: UUID | None) -> dict[str, BilingualPage]:
    """Return a record's pages by language; mirrors are none."""
    pages = Page.objects.filter(translation_key=key, alias_of=None)
    found = pages.select_related("locale").order_by("pk").specific()
    return {page.locale.language_code: cast("BilingualPage", page) for page in found}


def add_entry(
    wanted: Wanted, language: str, key: UUID, parent: OrganisationPage, slug: str
) -> Entry:
    """Stand an entry under its organisation; `begin` makes it live, with its channels."""
    page = cast("Entry", _new(PAGES[wanted.kind], wanted.external_id))
    page.translation_key, page.slug = key, slug
    columns, rows = _columns_and_rows({**wanted.facts, **wanted.texts[language]})
    _write_all(page, columns)
    _add(page, parent)
    _write_all(page, rows)
    return page


def as_made(kind: type[BilingualPage], record: ImportedRecord, language: str) -> BilingualPage:
    """Return a page, in memory, as an import makes it of a record: to compare others with."""
    page = _new(kind, record.external_id)
    texts = record.values["texts"].get(language, {})
    _write_all(page, {**facts_in_order(record.values), **texts})
    return page


def _new(kind: type[BilingualPage], external_id: str) -> BilingualPage:
    page = kind(external_id=external_id)
    if isinstance(page, Entry):
        page.source, page.place_source, page.cost = Source.PTV, PlaceSource.NONE, ""
    if isinstance(page, PeerGroupPage):
        page.group_type = GroupType.PEER
    return page


def add_language(entry: Entry, texts: Values, parent: OrganisationPage, slug: str) -> Entry:
    """Stand an entry in one more language, with the same facts; `begin` makes it live."""
    page = type(entry)(translation_key=entry.translation_key, slug=slug)
    copy_facts(entry, page)
    _write_all(page, texts)
    _add(page, parent)
    return page


def _add(page: Entry, parent: OrganisationPage) -> None:
    page.locale_id = parent.locale_id
    page.first_published_at = page.last_published_at = timezone.now()
    # Live pages would be validated one by one, with a dozen questions to the database each.
    page.live = False
    parent.add_child(instance=page)


def begin(pages: Sequence[BilingualPage], user: Any) -> None:
    """Make new pages live, with their channels and their first revisions, all at once."""
    rows = [row for page in pages for row in page.channels.all() if row.pk is None]
    EntryChannel.objects.bulk_create(rows)
    for page in pages:
        page.live = True
        ReferenceIndex.create_or_update_for_object(page)
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(live=True)
    add_to_histories(pages, action="wagtail.publish", user=user)


def speak_for_itself(mirror: OrganisationPage, user: Any) -> None:
    """Make a mirror of an organisation a page that may have texts of its own."""
    ConvertAliasPageAction(mirror, user=user).execute(skip_permission_checks=True)


def change(page: BilingualPage, changes: Values, user: Any) -> Values:
    """Make a page, its draft and what is scheduled say some values; return what it said before.

    Only what differs is written; nothing at all where nothing does.
    """
    before = {name: read(page, name) for name in changes}
    changes = {name: value for name, value in changes.items() if before[name] != value}
    if not changes:
        return {}
    waiting = list(_waiting_revisions(page))
    _write_all(page, changes)
    if not page.has_unpublished_changes:
        page.draft_title = page.title
    page.last_published_at = timezone.now() if page.live else page.last_published_at
    page.save()
    ReferenceIndex.create_or_update_for_object(page)
    if page.live:
        add_to_histories([page], action="wagtail.publish", user=user)
    for revision in waiting:
        _change_revision(revision, changes)
    if isinstance(page, OrganisationPage):
        page.update_aliases()
    return {name: before[name] for name in changes}


def _waiting_revisions(page: BilingualPage) -> Iterator[Revision]:
    """Yield the draft, and what will be published on a day."""
    if page.latest_revision_id and (page.has_unpublished_changes or not page.live):
        yield page.latest_revision
    scheduled = Revision.page_revisions.filter(
        object_id=str(page.pk), approved_go_live_at__isnull=False
    )
    yield from scheduled.exclude(pk=page.latest_revision_id)


def _change_revision(revision: Revision, changes: Values) -> None:
    page = revision.as_object()
    _write_all(page, changes)
    revision.content = {**revision.content, **page.serializable_data()}
    revision.save(update_fields=["content"])


def _columns_and_rows(values: Values) -> tuple[Values, Values]:
    rows = {name: value for name, value in values.items() if is_channel(name)}
    return {name: value for name, value in values.items() if name not in rows}, rows


def _write_all(page: BilingualPage, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        write(page, name, value)


def show_again(pages: Iterable[BilingualPage], user: Any) -> None:
    """Put pages back on the site that were taken off it, as their latest revisions say."""
    for page in pages:
        if not page.live and page.latest_revision:
            page.latest_revision.publish(user=user)
