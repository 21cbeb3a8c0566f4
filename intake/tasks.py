"""Imports beside the requests: at once on one machine, by a worker in a region."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from django.core.cache import cache
from django.db import transaction
from django_tasks import task

from intake.errors import NothingImportedError
from intake.importing.run import new_batch, run_import
from intake.models import ImportBatch, Upload

PROGRESS_SECONDS = 3600
PROGRESS_STEP = 50


def start(*, name: str, content: bytes, user: object) -> ImportBatch:
    """Keep an uploaded file and have it read, without changing anything."""
    Upload.objects.outdated().delete()
    with transaction.atomic():
        batch = new_batch(name, user)
        Upload.objects.create(batch=batch, content=content)
    import_upload.enqueue(batch.pk, dry_run=True)
    return batch


@task()
def import_upload(batch_id: int, *, dry_run: bool) -> None:
    """Import a batch's uploaded file; what comes of it stands on the batch."""
    upload = Upload.objects.select_related("batch__user").get(pk=batch_id)
    batch = upload.batch
    with tempfile.TemporaryDirectory() as folder, suppress(NothingImportedError):
        path = Path(folder) / Path(batch.name).name
        path.write_bytes(upload.content)
        run_import(
            path,
            user=batch.user,
            dry_run=dry_run,
            batch=batch,
            progress=remember_progress(batch_id),
        )
    if batch.state != ImportBatch.State.READ:
        upload.delete()


def progress_of(batch: ImportBatch) -> tuple[int, int]:
    """Return how many of how many records a running import has dealt with."""
    return cache.get(_key(batch.pk)) or (batch.done, batch.total)


def remember_progress(batch_id: int) -> Callable[[int, int], None]:
    """Return what a running import calls with how many of how many records it has dealt with."""

    def remember(done: int, total: int) -> None:
        if done % PROGRESS_STEP == 0:
            cache.set(_key(batch_id), (done, total), PROGRESS_SECONDS)

    return remember


def _key(batch_id: int) -> str:
    return f"import-progress-{batch_id}"
