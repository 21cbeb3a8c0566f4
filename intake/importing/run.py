"""An import from beginning to end: one batch, one transaction."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from wagtail.signal_handlers import disable_reference_index_auto_update

from intake.errors import NothingImportedError, OutrunError
from intake.importing.context import Context
from intake.importing.putting import put
from intake.importing.vanishing import find_vanished
from intake.models import ImportBatch
from intake.ptv.catalogue import Catalogue
from intake.report import Report
from services import clock
from services.notify import gathering

Progress = Callable[[int, int], None]
State = ImportBatch.State
OUTCOME = ("state", "started_at", "finished_at", "done", "total", "report")


class _DryRunError(Exception):
    """Takes back what a dry run wrote, before anybody is told of it."""


def new_batch(name: str, user: Any = None) -> ImportBatch:
    """Return a saved batch that is about to run."""
    batch = ImportBatch(name=name, user=user, state=State.RUNNING, started_at=clock.now())
    batch.save()
    return batch


def run_import(
    source: Path,
    *,
    user: Any = None,
    dry_run: bool = False,
    unpublish_vanished: bool = False,
    batch: ImportBatch | None = None,
    progress: Progress = lambda done, total: None,
) -> ImportBatch:
    """Import a file, a folder or a zip of the national service catalogue.

    Returns the batch with its report; it is saved when it was before, or when something changed.
    With a user, only what that user may publish goes in. `progress` is told how many of how many
    records are done. Raises NothingImportedError where there is nothing to import, and OutrunError
    where the batch was asked for anew meanwhile; whatever is raised, nothing has changed.
    """
    batch = batch or ImportBatch(name=source.name, user=user)
    is_saved = batch.pk is not None
    batch.state, batch.started_at = State.RUNNING, clock.now()
    try:
        with Catalogue(source) as catalogue, suppress(_DryRunError):
            batch.total = catalogue.total
            report = Report(problems=catalogue.problems)
            context = Context(batch, report, user)
            # Wagtail would index each page's references at every save; we do it once per page.
            with disable_reference_index_auto_update(), gathering():
                _import(catalogue, context, progress, unpublish_vanished=unpublish_vanished)
                _take_back(dry_run=dry_run)
                # Together with what it changed: a batch that is done says so, whoever dies when.
                _finish(batch, State.DONE, report)
    except Exception as error:
        _forget(batch, is_saved=is_saved)
        _fail(batch, error)
        raise
    if dry_run:
        _forget(batch, is_saved=is_saved)
        _finish(batch, State.READ, report)
    return batch


def _import(
    catalogue: Catalogue, context: Context, progress: Progress, *, unpublish_vanished: bool
) -> None:
    for done, wanted in enumerate(catalogue.wanted(), start=1):
        if wanted:
            put(context, wanted)
        progress(done, catalogue.total)
    context.flush()
    context.municipalities.announce()
    if catalogue.complete:
        find_vanished(
            context,
            organisations=catalogue.organisations,
            present=catalogue.present,
            unpublish=unpublish_vanished,
        )


def _take_back(*, dry_run: bool) -> None:
    if dry_run:
        raise _DryRunError


def _forget(batch: ImportBatch, *, is_saved: bool) -> None:
    """A row that was written and rolled back is none."""
    if not is_saved:
        batch.pk, batch._state.adding = None, True


def _fail(batch: ImportBatch, error: Exception) -> None:
    is_expected = isinstance(error, NothingImportedError)
    failure = str(error) if is_expected else _("Something went wrong; nothing was changed.")
    _finish(batch, State.FAILED, Report(failure=failure))


def _finish(batch: ImportBatch, state: str, report: Report) -> None:
    """Write what became of a batch that is stored, unless it was asked for anew."""
    batch.state, batch.finished_at, batch.report = state, clock.now(), report.to_json()
    batch.done = batch.total if state != State.FAILED else 0
    ours = ImportBatch.objects.filter(pk=batch.pk, asked_at=batch.asked_at)
    if batch.pk and not ours.update(**{name: getattr(batch, name) for name in OUTCOME}):
        raise OutrunError
