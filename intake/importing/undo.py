"""A batch taken back: what it made goes, what it changed is as before, what was edited stays."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from intake.importing import taking_back
from intake.importing.ledger import Before
from intake.importing.organisations import may_publish
from intake.importing.run import Progress
from intake.importing.writing import show_again, versions
from intake.models import BatchChange, ImportBatch
from services.notify import gathering


def last_batch() -> ImportBatch | None:
    """Return the latest batch that can be undone."""
    standing = ImportBatch.objects.filter(state__in=ImportBatch.STANDING, changes__isnull=False)
    return standing.order_by("-pk").first()


def undo_batch(
    batch: ImportBatch, user: Any = None, progress: Progress = lambda done, total: None
) -> list[str]:
    """Take a batch back, and say in sentences what was kept because somebody changed it since.

    The batch's report keeps the sentences too. Municipalities that it added stay. `progress` is
    told how many of how many records are done. Raises ValueError for a batch that is not done, and
    PermissionDenied where the user may not publish one of its pages; nothing is undone then.
    """
    if batch.state not in ImportBatch.STANDING:
        raise ValueError(_nothing_to_undo())
    # Entries before their organisations, which stay while others stand under them.
    changes = batch.changes.select_related("record").order_by("record__kind", "-pk")
    total = changes.count()
    progress(0, total)
    kept: list[str] = []
    with gathering():
        for done, change in enumerate(changes, start=1):
            kept += _undo(change, user)
            progress(done, total)
        _finish(batch, kept)
    batch.state = ImportBatch.State.UNDONE
    return kept


def _finish(batch: ImportBatch, kept: list[str]) -> None:
    """Write what became of a batch, unless somebody else has undone it meanwhile."""
    report = {**batch.report, "kept": kept, "failure": ""}
    standing = ImportBatch.objects.filter(pk=batch.pk, state__in=ImportBatch.STANDING)
    if not standing.update(state=ImportBatch.State.UNDONE, report=report):
        raise ValueError(_nothing_to_undo())


def _nothing_to_undo() -> str:
    return _("This import has changed nothing that could be undone.")


def _undo(change: BatchChange, user: Any) -> list[str]:
    record, before = change.record, Before.from_json(change.before)
    pages = versions(record.translation_key)
    if not all(may_publish(page, user) for page in pages.values()):
        raise PermissionDenied
    later = record.changes.filter(pk__gt=change.pk, batch__state__in=ImportBatch.STANDING)
    if later.exists():
        return [_("%(title)s: a later import has changed it.") % {"title": record.title}]
    stays = taking_back.why_it_stays(record, pages, before)
    if stays:
        return stays
    kept = taking_back.remove_made(pages, before)
    kept += taking_back.put_back(record, pages, before, user)
    hidden = [page for language, page in pages.items() if language in before.unpublished]
    show_again(hidden, user)
    if before.record is None:
        record.delete()
    else:
        for name, value in before.record.items():
            setattr(record, name, value)
        record.save()
    return kept
