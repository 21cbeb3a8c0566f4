"""A worker that dies in the middle of an import is noticed, said, and caught up with."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from intake import tasks
from intake.errors import OutrunError
from intake.importing.run import run_import
from intake.models import ImportBatch, ImportedRecord, Upload
from intake.signs import give_signs, has_stopped
from services import clock
from services.models import Entry, OrganisationPage
from tests.intake_admin.catalogue import catalogue
from tests.intake_admin.conftest import AT_ONCE, browser
from tests.intake_admin.importer import page, press, read

pytestmark = pytest.mark.django_db

A_LITTLE_LATER = "2026-11-24T10:04:00+02:00"
LATER = "2026-11-24T10:06:00+02:00"
MUCH_LATER = "2026-11-24T11:01:00+02:00"
WITH_SIGNS = {"DJANGO_SETTINGS_MODULE": "familycentre.settings.dev"}
SIGN = (
    "import django; django.setup();"
    "from intake.models import ImportBatch; from intake import signs;"
    "batch = ImportBatch(pk=7);"
)


@pytest.fixture
def client(communicator: Any) -> Client:
    return browser(communicator)


@pytest.fixture
def waiting(town: OrganisationPage, client: Client) -> ImportBatch:
    """An uploaded file that no worker has taken yet: the tests' queue has none."""
    return read(client, catalogue(town.title))


@pytest.fixture
def begun(waiting: ImportBatch) -> ImportBatch:
    """A worker has begun to read, and says nothing any more."""
    give_signs(waiting)
    return waiting


def read_again_is_offered(client: Client, batch: ImportBatch) -> bool:
    return reverse("read_import_again", args=[batch.pk]) in page(client, batch)


def test_an_import_goes_on_while_the_cache_is_away(waiting: ImportBatch, settings: Any) -> None:
    nobody = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://127.0.0.1:9/0",
    }
    settings.CACHES = {**settings.CACHES, "shared": nobody}
    give_signs(waiting)(50, 100)
    assert not has_stopped(waiting)


def test_an_import_waits_for_a_busy_worker(
    waiting: ImportBatch, client: Client, settings: Any
) -> None:
    settings.FAMILYCENTRE_NOW = LATER
    assert not has_stopped(waiting)
    assert not read_again_is_offered(client, waiting)
    settings.FAMILYCENTRE_NOW = MUCH_LATER
    assert read_again_is_offered(client, waiting)


def test_a_silent_worker_is_dead_and_the_editor_is_told(
    begun: ImportBatch, client: Client, settings: Any
) -> None:
    settings.FAMILYCENTRE_NOW = A_LITTLE_LATER
    assert not read_again_is_offered(client, begun)
    listed = client.get(reverse("imports")).context
    assert listed["stopped"] == []
    settings.FAMILYCENTRE_NOW = LATER
    assert read_again_is_offered(client, begun)
    assert client.get(reverse("imports")).context["stopped"] == [begun]


def test_whoever_gives_signs_lives(begun: ImportBatch, settings: Any) -> None:
    give = give_signs(begun)
    settings.FAMILYCENTRE_NOW = A_LITTLE_LATER
    give(50, 400)
    settings.FAMILYCENTRE_NOW = LATER
    assert not has_stopped(begun)


def test_one_that_hangs_since_before_there_were_signs_has_stopped(
    begun: ImportBatch, client: Client, settings: Any
) -> None:
    ImportBatch.objects.update(asked_at=None)
    settings.FAMILYCENTRE_NOW = MUCH_LATER
    assert read_again_is_offered(client, begun)


def test_the_kept_file_is_read_again_and_imported(
    begun: ImportBatch, client: Client, settings: Any
) -> None:
    settings.FAMILYCENTRE_NOW = LATER
    settings.TASKS = AT_ONCE
    press(client, "read_import_again", begun)
    assert begun.state == ImportBatch.State.READ
    assert not Entry.objects.exists()
    press(client, "run_import", begun)
    assert begun.state == ImportBatch.State.DONE
    assert Entry.objects.exists()


def test_a_real_import_that_stopped_begins_with_reading(
    waiting: ImportBatch, client: Client, settings: Any
) -> None:
    ImportBatch.objects.update(state=ImportBatch.State.READ)
    press(client, "run_import", waiting)
    give_signs(waiting)
    settings.FAMILYCENTRE_NOW = LATER
    settings.TASKS = AT_ONCE
    press(client, "read_import_again", waiting)
    assert waiting.state == ImportBatch.State.READ
    assert not Entry.objects.exists()


def test_pressing_again_and_again_reads_once(
    begun: ImportBatch, client: Client, settings: Any
) -> None:
    settings.FAMILYCENTRE_NOW = LATER
    as_both_saw_it = ImportBatch.objects.get()
    press(client, "read_import_again", begun)
    asked_at = begun.asked_at
    assert asked_at == clock.now()
    assert not has_stopped(begun)
    settings.FAMILYCENTRE_NOW = "2026-11-24T10:06:01+02:00"
    assert press(client, "read_import_again", begun)["Location"] == reverse(
        "import", args=[begun.pk]
    )
    tasks.read_again(as_both_saw_it)
    begun.refresh_from_db()
    assert begun.asked_at == asked_at


def test_a_living_or_finished_import_is_not_read_again(
    waiting: ImportBatch, client: Client, settings: Any
) -> None:
    settings.TASKS = AT_ONCE
    before = waiting.asked_at
    press(client, "read_import_again", waiting)
    assert waiting.asked_at == before
    ImportBatch.objects.update(state=ImportBatch.State.DONE)
    settings.FAMILYCENTRE_NOW = MUCH_LATER
    press(client, "read_import_again", waiting)
    assert waiting.state == ImportBatch.State.DONE


def test_without_its_file_it_is_chosen_anew(
    begun: ImportBatch, client: Client, settings: Any
) -> None:
    settings.FAMILYCENTRE_NOW = LATER
    Upload.objects.all().delete()
    assert reverse("new_import") in page(client, begun)
    assert not read_again_is_offered(client, begun)
    response = press(client, "read_import_again", begun)
    assert response["Location"] == reverse("new_import")


def test_only_those_who_see_an_import_read_it_again(
    begun: ImportBatch, stranger: Any, settings: Any
) -> None:
    settings.FAMILYCENTRE_NOW = LATER
    assert press(browser(stranger), "read_import_again", begun).status_code == 404
    assert browser(stranger).get(reverse("imports")).context["stopped"] == []


def test_a_worker_that_comes_late_leaves_the_file_to_the_one_asked_last(
    begun: ImportBatch, client: Client, settings: Any
) -> None:
    first_asked = begun.asked_at
    settings.FAMILYCENTRE_NOW = LATER
    press(client, "read_import_again", begun)
    assert first_asked is not None
    tasks.import_upload.func(begun.pk, first_asked.isoformat(), "fi", dry_run=False)
    begun.refresh_from_db()
    assert begun.state == ImportBatch.State.RUNNING
    assert Upload.objects.filter(batch=begun).exists()
    assert not Entry.objects.exists()


def test_a_worker_that_was_only_slow_changes_nothing_any_more(
    begun: ImportBatch, tmp_path: Path
) -> None:
    path = tmp_path / "ptv.json"
    path.write_bytes(bytes(begun.upload.content))
    as_the_slow_one_saw_it = ImportBatch.objects.get()
    ImportBatch.objects.update(asked_at="2026-11-24T10:06+02:00")
    with pytest.raises(OutrunError):
        run_import(path, batch=as_the_slow_one_saw_it)
    assert not Entry.objects.exists()
    assert not ImportedRecord.objects.exists()
    begun.refresh_from_db()
    assert (begun.state, begun.report) == (ImportBatch.State.RUNNING, {})


def test_signs_reach_every_process_of_a_machine(tmp_path: Path) -> None:
    environment = {**os.environ, **WITH_SIGNS, "FAMILYCENTRE_VAR": str(tmp_path)}
    environment.pop("CACHE_URL", None)
    worker, site = (
        subprocess.run(
            [sys.executable, "-c", SIGN + act],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for act in (
            "signs.give_signs(batch)(50, 400)",
            "sign = signs.last_sign(batch); print(sign.done, sign.total)",
        )
    )
    assert (worker, site) == ("", "50 400\n")
