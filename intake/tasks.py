"""Imports beside the requests: at once on one machine, by a worker in a region."""

import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django_tasks import task
from django_tasks.base import Task

from intake.errors import NothingImportedError, OutrunError
from intake.importing.run import new_batch, run_import
from intake.importing.undo import undo_batch
from intake.models import ImportBatch, Upload
from intake.signs import give_signs, has_stopped
from services import clock

State = ImportBatch.State


def start(*, name: str, content: bytes, user: object) -> ImportBatch:
    """Keep an uploaded file and have it read, without changing anything."""
    Upload.objects.outdated().delete()
    with transaction.atomic():
        batch = new_batch(name, user)
        Upload.objects.create(batch=batch, content=content)
    _ask(batch, State.RUNNING, import_upload, dry_run=True)
    return batch


def import_for_real(batch: ImportBatch) -> None:
    """Import what was read."""
    if batch.state == State.READ:
        _ask(batch, State.RUNNING, import_upload, dry_run=False)


def read_again(batch: ImportBatch) -> None:
    """Have the file of an import that has stopped read once more, without changing anything."""
    if batch.state == State.RUNNING and has_stopped(batch):
        _ask(batch, State.RUNNING, import_upload, dry_run=True)


def take_back(batch: ImportBatch, user: Any) -> None:
    """Undo an import that is done, or whose undoing has stopped."""
    if batch.state == State.DONE or (batch.state == State.UNDOING and has_stopped(batch)):
        _ask(batch, State.UNDOING, undo_import, user_id=user.pk)


def _ask(batch: ImportBatch, state: State, work: Task[..., None], **options: Any) -> None:
    """Hand a batch to a worker, once however many ask at the same time."""
    asked_at = clock.now()
    as_seen = ImportBatch.objects.filter(pk=batch.pk, state=batch.state, asked_at=batch.asked_at)
    if as_seen.update(state=state, asked_at=asked_at):
        work.enqueue(batch.pk, asked_at.isoformat(), get_language(), **options)


@task()
def import_upload(batch_id: int, asked_at: str, language: str, *, dry_run: bool) -> None:
    """Import a batch's uploaded file; what comes of it stands on the batch."""
    batch = _still_asked(batch_id, asked_at, State.RUNNING)
    if batch is None:
        return
    progress = give_signs(batch)
    with (
        tempfile.TemporaryDirectory() as folder,
        override(language),
        suppress(NothingImportedError, OutrunError),
    ):
        path = Path(folder) / Path(batch.name).name
        path.write_bytes(batch.upload.content)
        run_import(path, user=batch.user, dry_run=dry_run, batch=batch, progress=progress)
    over = Upload.objects.exclude(batch__state__in=(State.READ, State.RUNNING))
    over.filter(batch=batch).delete()


@task()
def undo_import(batch_id: int, asked_at: str, language: str, *, user_id: int) -> None:
    """Take a batch back for a user; where that fails, the batch stays done and says why."""
    batch = _still_asked(batch_id, asked_at, State.UNDOING)
    if batch is None:
        return
    progress = give_signs(batch)
    with override(language):
        try:
            undo_batch(batch, get_user_model().objects.get(pk=user_id), progress)
        except PermissionDenied:
            _leave_done(batch, _("You may not publish all the pages. Nothing was undone."))
        except Exception:
            _leave_done(batch, _("Something went wrong; nothing was changed."))
            raise


def _still_asked(batch_id: int, asked_at: str, state: State) -> ImportBatch | None:
    """Return the batch, unless it was asked for anew or dealt with since."""
    asked = ImportBatch.objects.filter(asked_at=datetime.fromisoformat(asked_at), state=state)
    return asked.select_related("user").filter(pk=batch_id).first()


def _leave_done(batch: ImportBatch, failure: str) -> None:
    ours = ImportBatch.objects.filter(pk=batch.pk, state=State.UNDOING, asked_at=batch.asked_at)
    ours.update(state=State.DONE, report={**batch.report, "failure": failure})
