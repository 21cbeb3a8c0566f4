"""One record of a source, looked up and dealt with."""

from typing import cast

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from intake.errors import LeftOutError
from intake.importing import making, writing
from intake.importing.bringing import bring
from intake.importing.comparing import NOTHING, is_same, merged
from intake.importing.context import Context
from intake.importing.differences import difference, differences_of
from intake.importing.ledger import Before
from intake.importing.organisations import may_publish
from intake.importing.wanted import Values, Wanted
from intake.models import ImportedRecord
from intake.report import Duplicate, Mention
from services.models import Entry
from services.models.bilingual import BilingualPage

Kind = ImportedRecord.Kind
Decision = ImportedRecord.Decision


def put(context: Context, wanted: Wanted) -> None:
    """Bring a record in; of one that can't be, nothing stays, and the report lists it."""
    record = _record(context, wanted)
    _mention_gaps(context, record, wanted)
    context.municipalities.add(wanted.municipalities)
    try:
        with transaction.atomic():
            pages = _put(context, record, wanted)
    except (LeftOutError, ValidationError) as error:
        reason = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        context.leave_out(record, wanted, reason)
        context.organisations.forget(wanted.organisation or wanted.external_id)
        return
    context.begin(pages)
    context.report.differences += differences_of(record)


def _record(context: Context, wanted: Wanted) -> ImportedRecord:
    found = ImportedRecord.objects.filter(
        source=context.source, external_id=wanted.external_id
    ).first()
    kind = Kind.ENTRY if wanted.organisation else Kind.ORGANISATION
    return found or ImportedRecord(source=context.source, external_id=wanted.external_id, kind=kind)


def _mention_gaps(context: Context, record: ImportedRecord, wanted: Wanted) -> None:
    """List languages that the site lacks, or the source has lost, and channels without data."""
    counts = context.report.languages_left_out
    for language in wanted.other_languages:
        counts[language] = counts.get(language, 0) + 1
    if set(record.values.get("texts", {})) - set(wanted.texts):
        mention = Mention(record.external_id, record.title)
        context.report.languages_vanished.append(mention)
    context.report.channels_missing += [
        Mention(channel, name) for channel, name in wanted.missing.items()
    ]


def _put(context: Context, record: ImportedRecord, wanted: Wanted) -> list[BilingualPage]:
    """Return the pages that are new and have no history yet."""
    if record.kind == Kind.ORGANISATION:
        return _put_organisation(context, record, wanted)
    if not context.organisations.pages(wanted.organisation):
        raise LeftOutError(_("Its organisation is neither in this data nor on the site."))
    if not context.organisations.may_publish(wanted.organisation):
        raise LeftOutError(_("You may not publish under its organisation."))
    if record.translation_key:
        return update(context, record, wanted)
    return place(context, record, wanted)


def _put_organisation(
    context: Context, record: ImportedRecord, wanted: Wanted
) -> list[BilingualPage]:
    key = record.translation_key or context.organisations.alike(wanted)
    if key is None:
        if not context.organisations.may_create(next(iter(wanted.texts))):
            raise LeftOutError(_("You may not add organisations."))
        return making.make_organisation(context, record, wanted)
    pages = writing.versions(key)
    if not all(may_publish(page, context.user) for page in pages.values()):
        raise LeftOutError(_("You may not publish this organisation."))
    if record.translation_key:
        return update(context, record, wanted)
    context.report.organisations_matched.append(Mention(wanted.external_id, wanted.title))
    return making.adopt(context, record, wanted, key)


def place(context: Context, record: ImportedRecord, wanted: Wanted) -> list[BilingualPage]:
    """Make an entry, or tie it to the one that it is, or wait until somebody says which."""
    like = _same_or_like(context, record, wanted)
    if like is None or record.decision == Decision.NEW:
        return making.make_entry(context, record, wanted)
    if record.decision == Decision.SAME:
        if not may_publish(like, context.user):
            raise LeftOutError(_("You may not publish the entry that it is the same as."))
        return making.adopt(context, record, wanted, like.translation_key)
    context.report.count(record.kind, "left_out")
    context.report.duplicates.append(
        Duplicate(wanted.external_id, wanted.title, str(like.translation_key), like.title)
    )
    before = Before.of(record)
    is_known = record.possible_duplicate_of == like.translation_key
    if not is_known or not is_same(record.values, wanted.values):
        record.possible_duplicate_of = like.translation_key
        making.remember(record, wanted.values, wanted)
        context.ledger.note(record, before)
    return []


def _same_or_like(context: Context, record: ImportedRecord, wanted: Wanted) -> Entry | None:
    """Return the entry that was found like it once, while it is there; otherwise look for one."""
    key = record.possible_duplicate_of
    if key is None and not record.pk:
        candidate = context.candidates.alike(wanted)
        key = candidate.key if candidate else None
    pages = writing.versions(key) if key else {}
    found = cast("Entry | None", next(iter(pages.values()), None))
    # By now it may be what another record of the source has become.
    return found if found and not found.external_id else None


def update(context: Context, record: ImportedRecord, wanted: Wanted) -> list[BilingualPage]:
    """Bring what is new in a record into its pages."""
    values = _without_ours(context, record, merged(record, wanted))
    if is_same(record.values, values) and not record.vanished:
        context.report.count(record.kind, "unchanged")
        return []
    pages = writing.versions(record.translation_key)
    if not pages:
        raise LeftOutError(_("Its page was deleted here."))
    before = Before.of(record)
    if record.vanished:
        writing.show_again(pages.values(), context.user)
    new = bring(context, record, values, before)
    making.remember(record, values, wanted)
    context.ledger.note(record, before)
    if record.kind == Kind.ORGANISATION:
        context.organisations.forget(record.external_id)
    context.add_change(record, "changed")
    return new


def _without_ours(context: Context, record: ImportedRecord, values: Values) -> Values:
    """Leave out the languages whose pages were made here, and list where these differ."""
    known = (record.values or NOTHING)["texts"]
    new = [language for language in values["texts"] if language not in known]
    if not new:
        return values
    pages = writing.versions(record.translation_key)
    ours = [language for language in new if language in pages]
    context.report.differences += [
        difference(record, pages[language], name, theirs)
        for language in ours
        for name, theirs in values["texts"][language].items()
    ]
    texts = {code: texts for code, texts in values["texts"].items() if code not in ours}
    return {**values, "texts": texts}
