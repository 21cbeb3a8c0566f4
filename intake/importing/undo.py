"""A batch taken back: what it made goes, what it changed is as before, what was edited stays."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from intake.importing import taking_back
from intake.importing.ledger import Before
from intake.importing.organisations import may_publish
from intake.importing.writing import show_again, versions
from intake.models import BatchChange, ImportBatch
from services.notify import gathering


def last_batch() -> ImportBatch | None:
    """Return the latest batch that can be undone."""
    done = ImportBatch.objects.filter(state=ImportBatch.State.DONE, changes__isnull=False)
    return done.order_by("-pk").first()


def undo_batch(batch: ImportBatch, user: Any = None) -> list[str]:
    """Take a batch back, and say in sentences what was kept because somebody changed it since.

    Municipalities that it added stay. Raises ValueError for a batch that is not done, and
    PermissionDenied where the user may not publish one of its pages; nothing is undone then.
    """
    if batch.state != ImportBatch.State.DONE:
        raise ValueError(_("This import has changed nothing that could be undone."))
    kept: list[str] = []
    with gathering():
        # Entries before their organisations, which stay while others stand under them.
        for change in batch.changes.select_related("record").order_by("record__kind", "-pk"):
            kept += _undo(change, user)
        batch.state = ImportBatch.State.UNDONE
        batch.save(update_fields=["state"])
    return kept


def _undo(change: BatchChange, user: Any) -> list[str]:
    record, before = change.record, Before.from_json(change.before)
    pages = versions(record.translation_key)
    if not all(may_publish(page, user) for page in pages.values()):
        raise PermissionDenied
    later = record.changes.filter(pk__gt=change.pk, batch__state=ImportBatch.State.DONE)
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
