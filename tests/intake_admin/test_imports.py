"""A file is read, looked at, imported for real and taken back, all in the editor's pages."""

import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from intake.admin import forms
from intake.models import ImportBatch, ImportedRecord, Upload
from intake.signs import give_signs
from services.models import Entry, OrganisationPage
from tests.intake_admin.catalogue import SERVICE_ID, catalogue
from tests.intake_admin.conftest import browser
from tests.intake_admin.importer import page, press, read, upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def client(communicator: Any) -> Client:
    return browser(communicator)


def test_reading_changes_nothing_and_says_what_would_come(
    town: OrganisationPage, client: Client
) -> None:
    batch = read(client, catalogue(town.title))
    assert batch.state == ImportBatch.State.READ
    assert not Entry.objects.exists()
    assert not ImportedRecord.objects.exists()
    html = page(client, batch)
    for words in ("Neuvola", "Pietarsaari", reverse("run_import", args=[batch.pk])):
        assert words in html
    assert reverse("undo_import", args=[batch.pk]) not in html


def test_importing_for_real_makes_the_pages(town: OrganisationPage, client: Client) -> None:
    batch = read(client, catalogue(town.title))
    press(client, "run_import", batch)
    assert batch.state == ImportBatch.State.DONE
    entry = Entry.objects.get(external_id=SERVICE_ID, locale__language_code="fi")
    assert (entry.title, entry.live) == ("Neuvola", True)
    assert entry.is_child_of(town)
    html = page(client, batch)
    assert reverse("undo_import", args=[batch.pk]) in html
    assert reverse("run_import", args=[batch.pk]) not in html


def test_the_file_is_kept_between_the_steps_and_no_longer(
    town: OrganisationPage, client: Client, settings: Any
) -> None:
    done, left = read(client, catalogue(town.title)), read(client, catalogue(town.title))
    press(client, "run_import", done)
    assert list(Upload.objects.values_list("batch", flat=True)) == [left.pk]
    settings.FAMILYCENTRE_NOW = "2026-11-25T10:00:01+02:00"
    read(client, catalogue(town.title))
    assert not Upload.objects.filter(batch=left).exists()
    assert press(client, "run_import", left)["Location"] == reverse("new_import")
    assert left.state == ImportBatch.State.READ


def test_pressing_the_button_twice_imports_once(town: OrganisationPage, client: Client) -> None:
    batch = read(client, catalogue(town.title))
    press(client, "run_import", batch)
    finished_at = batch.finished_at
    press(client, "run_import", batch)
    assert batch.finished_at == finished_at
    assert Entry.objects.filter(locale__language_code="fi").count() == 1


def test_an_import_is_taken_back(town: OrganisationPage, client: Client) -> None:
    batch = read(client, catalogue(town.title))
    press(client, "run_import", batch)
    address = reverse("undo_import", args=[batch.pk])
    assert client.get(address).status_code == 200
    assert Entry.objects.exists()
    press(client, "undo_import", batch)
    assert batch.state == ImportBatch.State.UNDONE
    assert not Entry.objects.exists()
    assert client.post(address).status_code == 404


def test_a_zip_of_files_is_read_too(town: OrganisationPage, client: Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, record in enumerate(catalogue(town.title)):
            archive.writestr(f"{number}.json", json.dumps({"itemList": [record]}))
    response = upload(client, packed.getvalue(), "ptv.zip")
    batch = ImportBatch.objects.get()
    assert response["Location"] == reverse("import", args=[batch.pk])
    assert batch.state == ImportBatch.State.READ
    assert "Neuvola" in page(client, batch)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("hymn.txt", b"words"),
        ("nothing.json", b""),
        ("large.json", b" " * 101),
    ],
)
def test_what_cannot_be_an_export_is_refused_by_name(
    client: Client, monkeypatch: Any, name: str, content: bytes
) -> None:
    monkeypatch.setattr(forms, "LARGEST_FILE", 100)
    response = upload(client, content, name)
    assert response.status_code == 200
    [error] = response.context["form"].errors["file"]
    assert error in response.content.decode().replace("&#x27;", "'")
    assert not ImportBatch.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"), [("weather.json", b'{"weather": "rain"}'), ("ptv.zip", b"no archive")]
)
def test_a_file_that_is_no_catalogue_changes_nothing_and_says_why(
    town: OrganisationPage, client: Client, name: str, content: bytes
) -> None:
    upload(client, content, name)
    batch = ImportBatch.objects.get()
    assert batch.state == ImportBatch.State.FAILED
    assert batch.report["failure"] in page(client, batch)
    assert not Upload.objects.exists()
    assert reverse("new_import") in page(client, batch)


def test_the_list_shows_ones_imports(town: OrganisationPage, client: Client) -> None:
    assert '<table class="listing"' not in client.get(reverse("imports")).content.decode()
    batch = read(client, catalogue(town.title))
    html = client.get(reverse("imports")).content.decode()
    assert reverse("import", args=[batch.pk]) in html
    assert "ptv.json" in html


def test_a_running_import_says_how_far_it_is(town: OrganisationPage, communicator: Any) -> None:
    batch = ImportBatch.objects.create(
        name="long.json",
        user=communicator,
        state=ImportBatch.State.RUNNING,
        started_at="2026-11-24T08:00Z",
    )
    give_signs(batch)(150, 400)
    html = page(browser(communicator), batch)
    assert 'value="150" max="400"' in html
    assert reverse("run_import", args=[batch.pk]) not in html


def test_what_one_may_not_publish_under_is_left_out(town: OrganisationPage, stranger: Any) -> None:
    batch = read(browser(stranger), catalogue(town.title))
    press(browser(stranger), "run_import", batch)
    assert not Entry.objects.exists()
    assert batch.report["problems"]
    assert SERVICE_ID in page(browser(stranger), batch)
