"""Records that the source has no more."""

from intake.importing.context import Context
from intake.importing.ledger import Before
from intake.importing.writing import versions
from intake.models import ImportedRecord
from intake.report import Mention


def find_vanished(
    context: Context, *, organisations: set[str], present: set[str], unpublish: bool
) -> None:
    """List the entries of some organisations that are not present any more, and mark them.

    With `unpublish`, they are taken off the site, where the user may.
    """
    known = ImportedRecord.objects.filter(
        source=context.source,
        kind=ImportedRecord.Kind.ENTRY,
        organisation__in=[key for key in organisations if context.organisations.may_publish(key)],
    )
    ids = known.exclude(translation_key=None).values_list("pk", "external_id")
    for pk in [pk for pk, external_id in ids if external_id not in present]:
        record = ImportedRecord.objects.get(pk=pk)
        context.report.vanished.append(Mention(record.external_id, record.title))
        _mark(context, record, unpublish=unpublish)


def _mark(context: Context, record: ImportedRecord, *, unpublish: bool) -> None:
    before = Before.of(record)
    live = {
        language: page for language, page in versions(record.translation_key).items() if page.live
    }
    if unpublish:
        for language, page in live.items():
            page.unpublish(user=context.user)
            before.unpublished.append(language)
    if before.unpublished or not record.vanished:
        record.vanished = True
        context.ledger.note(record, before)
