"""What an import leaves to people: the same or a new one, differences, what is gone."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse

from intake.importing.run import run_import
from intake.models import ImportedRecord
from intake.ownership import take_over
from services.models import Entry, EntryChannel, OrganisationPage
from tests.factories import make_entry
from tests.intake_admin.catalogue import OTHER_SERVICE_ID, SERVICE_ID, catalogue
from tests.intake_admin.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(communicator: Any) -> Client:
    return browser(communicator)


def import_records(folder: Path, records: list[dict[str, Any]]) -> None:
    path = folder / "ptv.json"
    path.write_text(json.dumps(records))
    with TestCase.captureOnCommitCallbacks(execute=True):
        run_import(path)


def html(client: Client, view: str) -> str:
    return client.get(reverse(view)).content.decode()


def post(client: Client, view: str, record: ImportedRecord, **data: str) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(reverse(view, args=[record.pk]), data)


@pytest.fixture
def perhaps_the_same(town: OrganisationPage, tmp_path: Path) -> ImportedRecord:
    """Somebody wrote about the service before the catalogue came in."""
    make_entry(organisation=town, title="Neuvola", summary="Kirjoitettu täällä")
    import_records(tmp_path, catalogue(town.title))
    return ImportedRecord.objects.get(external_id=SERVICE_ID)


def test_both_stand_side_by_side(perhaps_the_same: ImportedRecord, client: Client) -> None:
    shown = html(client, "import_duplicates")
    for words in ("Kirjoitettu täällä", "Apua vauvaperheille.", "Pietarsaari"):
        assert words in shown
    assert Entry.objects.filter(locale__language_code="fi").count() == 1


@pytest.mark.parametrize(("decision", "entries"), [("same", 1), ("new", 2)])
def test_deciding_is_done_at_once(
    perhaps_the_same: ImportedRecord, client: Client, decision: str, entries: int
) -> None:
    response = post(client, "decide_duplicate", perhaps_the_same, decision=decision)
    assert response["Location"] == reverse("import_duplicates")
    perhaps_the_same.refresh_from_db()
    assert perhaps_the_same.decision == decision
    assert Entry.objects.filter(locale__language_code="fi").count() == entries
    assert "Apua vauvaperheille." not in html(client, "import_duplicates")


def test_a_decision_is_neither_nonsense_nor_a_strangers(
    perhaps_the_same: ImportedRecord, client: Client, stranger: Any
) -> None:
    assert post(client, "decide_duplicate", perhaps_the_same, decision="?").status_code == 400
    other = browser(stranger)
    assert "Apua vauvaperheille." not in html(other, "import_duplicates")
    assert post(other, "decide_duplicate", perhaps_the_same, decision="same").status_code == 404
    perhaps_the_same.refresh_from_db()
    assert perhaps_the_same.decision == ""


@pytest.fixture
def differing(town: OrganisationPage, tmp_path: Path, communicator: Any) -> Entry:
    """A phone number that was taken over and changed, and has changed in the catalogue too."""
    import_records(tmp_path, catalogue(town.title))
    entry = Entry.objects.get(external_id=SERVICE_ID, locale__language_code="fi").specific
    row = entry.channels.get()
    take_over(page=entry, name=f"channel:{row.external_id}", user=communicator)
    row.value = "+358 6 555 0777"
    entry.channels.add(row)
    entry.save_revision().publish()
    import_records(tmp_path, catalogue(town.title, phone="65550999"))
    return entry


def test_differences_show_ours_and_theirs(differing: Entry, client: Client, stranger: Any) -> None:
    shown = html(client, "import_differences").replace(" ", "")
    assert "5550777" in shown
    assert "5550999" in shown
    assert "5550777" not in html(browser(stranger), "import_differences").replace(" ", "")


def test_a_difference_is_given_back_from_the_list(differing: Entry, client: Client) -> None:
    row = EntryChannel.objects.filter(entry_id=differing.pk).get()
    address = reverse("give_back", args=[differing.pk, f"channel:{row.external_id}"])
    assert address in html(client, "import_differences")
    client.post(address, {"next": reverse("import_differences")})
    row = EntryChannel.objects.filter(entry_id=differing.pk).get()
    assert row.value.replace(" ", "").endswith("65550999")
    assert "5550999" not in html(client, "import_differences").replace(" ", "")


@pytest.fixture
def gone(town: OrganisationPage, tmp_path: Path) -> ImportedRecord:
    import_records(tmp_path, catalogue(town.title))
    left = catalogue(town.title, service="Perhekerho", service_id=OTHER_SERVICE_ID)
    import_records(tmp_path, left)
    return ImportedRecord.objects.get(external_id=SERVICE_ID)


def test_what_is_gone_stays_until_somebody_unpublishes_it(
    gone: ImportedRecord, client: Client, stranger: Any
) -> None:
    live = Entry.objects.filter(external_id=SERVICE_ID, live=True)
    assert live.count() == 2
    assert "Neuvola" in html(client, "import_vanished")
    assert "Neuvola" not in html(browser(stranger), "import_vanished")
    assert post(browser(stranger), "unpublish_vanished", gone).status_code == 404
    assert live.count() == 2
    post(client, "unpublish_vanished", gone)
    assert live.count() == 0
    assert Entry.objects.filter(external_id=SERVICE_ID).count() == 2
    assert reverse("unpublish_vanished", args=[gone.pk]) not in html(client, "import_vanished")


def test_looking_changes_nothing(perhaps_the_same: ImportedRecord, client: Client) -> None:
    for view in ("decide_duplicate", "unpublish_vanished"):
        assert client.get(reverse(view, args=[perhaps_the_same.pk])).status_code == 405
