"""A field is taken over, edited, and given back: by those who may, and written into the log."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from intake.models import ImportedRecord
from intake.ownership import give_back, take_over
from services.models import Entry, EntryChannel
from tests.intake_admin import editor
from tests.intake_admin.conftest import browser

pytestmark = pytest.mark.django_db


def act(client: Client, view: str, page: Page, name: str, **data: str) -> Any:
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(reverse(view, args=[page.pk, name]), data)


def again(page: Page) -> Any:
    return type(page).objects.get(pk=page.pk)


def ours(record: ImportedRecord) -> list[str]:
    record.refresh_from_db()
    taken: list[str] = record.taken_over
    return taken


@pytest.fixture
def client(communicator: Any) -> Client:
    return browser(communicator)


def test_asking_changes_nothing(imported: Entry, record: ImportedRecord, client: Client) -> None:
    for view in ("take_over", "give_back"):
        response = client.get(reverse(view, args=[imported.pk, "summary"]))
        assert response.status_code == 200
        assert imported.title in response.content.decode()
    assert ours(record) == []


def test_a_field_taken_over_is_edited_and_says_so(
    imported: Entry, record: ImportedRecord, client: Client
) -> None:
    response = act(client, "take_over", imported, "summary")
    assert response["Location"] == editor.address(imported)
    assert ours(record) == ["summary"]
    html = editor.html(client, imported)
    assert reverse("give_back", args=[imported.pk, "summary"]) in html
    assert reverse("take_over", args=[imported.pk, "summary"]) not in html
    editor.publish(client, imported, summary="Meidän sanoin", title="Forged")
    assert (again(imported).summary, again(imported).title) == ("Meidän sanoin", "Neuvola")


def test_a_group_of_fields_is_taken_over_together(
    imported: Entry, record: ImportedRecord, client: Client
) -> None:
    act(client, "take_over", imported, "place")
    assert {"place_source", "street", "postcode", "latitude"} <= editor.names(client, imported)
    assert "opening_hours" not in editor.names(client, imported)


def test_a_phone_number_is_taken_over_in_both_languages(
    imported: Entry, record: ImportedRecord, client: Client
) -> None:
    act(client, "take_over", imported, "channel:switchboard")
    form = editor.form(client, imported)
    number = next(name for name, value in form.items() if value == ["+358 6 555 0101"])
    editor.publish(client, imported, **{number: "+358 6 555 0777"})
    rows = EntryChannel.objects.filter(external_id="switchboard")
    assert set(rows.values_list("value", flat=True)) == {"+358 6 555 0777"}
    assert rows.count() == 2


@pytest.mark.parametrize("name", ["summary", "channel:switchboard", "place"])
def test_given_back_it_says_at_once_what_the_catalogue_said(
    imported: Entry, record: ImportedRecord, client: Client, name: str
) -> None:
    before = editor_values(imported)
    act(client, "take_over", imported, name)
    page = again(imported)
    page.summary, page.postcode = "Meidän sanoin", "68600"
    page.channels.set([])
    page.save_revision().publish()
    act(client, "give_back", imported, name)
    assert ours(record) == []
    assert editor_values(imported)[name] == before[name]


def editor_values(page: Page) -> dict[str, Any]:
    entry = again(page)
    numbers = entry.channels.filter(external_id="switchboard").values_list("value", flat=True)
    return {
        "summary": entry.summary,
        "place": entry.postcode,
        "channel:switchboard": list(numbers),
    }


def test_the_pages_history_names_who_did_it(
    imported: Entry, record: ImportedRecord, communicator: Any
) -> None:
    take_over(page=imported, name="summary", user=communicator)
    give_back(page=imported, name="summary", user=communicator)
    entries = PageLogEntry.objects.filter(page=imported, action__startswith="intake.")
    assert {(row.action, row.user, row.data["field"]) for row in entries} == {
        ("intake.take_over", communicator, "summary"),
        ("intake.give_back", communicator, "summary"),
    }
    history = reverse("wagtailadmin_pages:history", args=[imported.pk])
    assert browser(communicator).get(history).status_code == 200


def test_strangers_take_nothing_over(
    imported: Entry, record: ImportedRecord, stranger: Any
) -> None:
    client = browser(stranger)
    assert client.get(reverse("take_over", args=[imported.pk, "summary"])).status_code == 302
    act(client, "take_over", imported, "summary")
    assert ours(record) == []
    with pytest.raises(PermissionDenied):
        take_over(page=imported, name="summary", user=stranger)
    with pytest.raises(PermissionDenied):
        give_back(page=imported, name="summary", user=stranger)


def test_what_the_catalogue_does_not_supply_is_not_found(imported: Entry, client: Client) -> None:
    for name in ("keywords", "channel:nowhere", "nonsense"):
        assert client.get(reverse("take_over", args=[imported.pk, name])).status_code == 404


def test_one_comes_back_to_where_one_was_and_nowhere_else(
    imported: Entry, record: ImportedRecord, client: Client
) -> None:
    response = act(client, "take_over", imported, "summary", next=reverse("import_differences"))
    assert response["Location"] == reverse("import_differences")
    response = act(client, "give_back", imported, "summary", next="https://elsewhere.example/")
    assert response["Location"] == editor.address(imported)
