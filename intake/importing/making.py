"""Records that are new here: made, or tied to what somebody has made already."""

from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from intake.errors import LeftOutError
from intake.fields import GROUPS, read
from intake.importing import writing
from intake.importing.bringing import bring, mirror_of
from intake.importing.context import Context
from intake.importing.ledger import Before
from intake.importing.wanted import Values, Wanted
from intake.models import ImportedRecord
from services.actions.organisations import create_organisation
from services.codes import PlaceSource, Source
from services.models import Entry, OrganisationPage
from services.models.bilingual import BilingualPage
from services.translations.gate import enabled_translation


def make_entry(context: Context, record: ImportedRecord, wanted: Wanted) -> list[BilingualPage]:
    """Make an entry's pages under its organisation, and return them: they are to `begin` yet."""
    before = Before.of(record)
    before.made = list(wanted.texts)
    key = record.translation_key = uuid4()
    parents = context.organisations.pages(wanted.organisation)
    first = next(iter(parents.values()))
    if not first.live:
        raise LeftOutError(_("Publish the organisation first."))
    pages: list[BilingualPage] = []
    for language, texts in wanted.texts.items():
        parent = parents.get(language) or mirror_of(first, language)
        slug = context.addresses.take(parent, texts["title"], key, wanted.external_id)
        pages.append(writing.add_entry(wanted, language, key, parent, slug))
    remember(record, wanted.values, wanted)
    context.ledger.note(record, before)
    context.add_change(record, "created")
    return pages


def make_organisation(
    context: Context, record: ImportedRecord, wanted: Wanted
) -> list[BilingualPage]:
    """Make an organisation with its mirrors, group and collection, and publish it."""
    before = Before.of(record)
    language, texts = next(iter(wanted.texts.items()))
    page = create_organisation(
        index=context.organisations.index(language),
        user=context.user,
        title=texts["title"],
        sector=wanted.facts["sector"],
        external_id=wanted.external_id,
    )
    page.save_revision(user=context.user).publish(user=context.user)
    record.translation_key = page.translation_key
    bring(context, record, wanted.values, before, new_addresses=True)
    # All of it is the batch's work: nothing was there before.
    before.made, before.pages = list(wanted.texts), {}
    remember(record, wanted.values, wanted)
    context.ledger.note(record, before)
    context.organisations.forget(wanted.external_id)
    context.add_change(record, "created")
    return []


def adopt(
    context: Context, record: ImportedRecord, wanted: Wanted, key: UUID
) -> list[BilingualPage]:
    """Tie a record to pages made here. What they say already stays, as taken over."""
    before = Before.of(record)
    pages = writing.versions(key)
    record.translation_key, record.values = key, {}
    values = {
        **wanted.values,
        "texts": {
            language: texts
            for language, texts in wanted.texts.items()
            if language not in pages or enabled_translation(pages[language]) is None
        },
    }
    record.taken_over = sorted(_said_otherwise(pages, values))
    page = next(iter(pages.values()))
    marks: Values = {"external_id": wanted.external_id}
    if isinstance(page, Entry):
        marks["source"] = Source.PTV.value
    new = bring(context, record, values, before, marks=marks)
    remember(record, values, wanted)
    context.ledger.note(record, before)
    if isinstance(page, OrganisationPage):
        context.organisations.adopted(wanted.external_id, key)
    context.add_change(record, "changed")
    return new


def remember(record: ImportedRecord, values: Values, wanted: Wanted) -> None:
    """Set a record's columns to what the source says of it."""
    record.title, record.values = wanted.title[:255], values
    record.organisation, record.vanished = wanted.organisation, False


def _said_otherwise(pages: dict[str, BilingualPage], values: Values) -> set[str]:
    """Return the names by which the pages say something, and not the same."""
    found = set()
    for language, page in pages.items():
        for name, theirs in {**values["facts"], **values["texts"].get(language, {})}.items():
            ours = read(page, name)
            if ours != theirs and not _is_empty(name, ours):
                found.add(name)
    return found


def _is_empty(name: str, value: object) -> bool:
    if name not in GROUPS or not isinstance(value, dict):
        return not value
    unset = (PlaceSource.ORGANISATION, PlaceSource.NONE)
    return not any(part for part in value.values() if part not in unset)
