"""What the catalogue keeps is shown, not edited; nothing that is sent can change it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import gettext, override
from wagtail.models import Page

from services.models import Entry, EntryChannel
from tests.factories import make_entry
from tests.intake_admin import editor
from tests.intake_admin.conftest import browser

pytestmark = pytest.mark.django_db
KEPT = {"title", "summary", "street", "municipalities", "whole_region", "opening_hours"}


def again(page: Page) -> Any:
    return type(page).objects.get(pk=page.pk)


def channels(page: Page) -> dict[str, str]:
    rows = EntryChannel.objects.filter(entry_id=page.pk)
    return dict(rows.values_list("external_id", "value"))


def test_fields_of_the_catalogue_are_values_and_ours_are_inputs(
    imported: Entry, communicator: Any
) -> None:
    shown = editor.names(browser(communicator), imported)
    assert not shown & KEPT
    assert not any(name.startswith("body-") for name in shown)
    assert {"easy_text", "cost", "keywords", "slug"} <= shown
    text = BeautifulSoup(editor.html(browser(communicator), imported), "html.parser").get_text()
    for value in ("Neuvola", "Tule käymään.", "06 555 0101", "neuvola@example.org"):
        assert value in text


def test_each_says_where_it_is_kept_with_links(
    imported: Entry, communicator: Any, settings: Any
) -> None:
    settings.PTV_EDIT_URL = "https://catalogue.example/{kind}/{id}"
    soup = BeautifulSoup(editor.html(browser(communicator), imported), "html.parser")
    names = {"title", "summary", "body", "place", "municipalities", "opening_hours"}
    takes = [str(link["href"]).split("/")[-2] for link in soup.select("a[href*='/take-over/']")]
    assert sorted(takes) == sorted([*names, "channel:switchboard", "channel:post"])
    assert len(soup.select("a[href='https://catalogue.example/service/3f0c']")) == len(takes)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Forged"),
        ("summary", "Forged"),
        ("whole_region", "on"),
        ("opening_hours", "24/7"),
        ("postcode", "00100"),
    ],
)
def test_a_forged_value_changes_nothing(
    imported: Entry, communicator: Any, name: str, value: str
) -> None:
    before = getattr(imported, name)
    response = editor.publish(browser(communicator), imported, keywords="changed", **{name: value})
    assert response.status_code == 302
    after = again(imported)
    assert after.keywords == "changed"
    assert getattr(after, name) == before


def test_ones_own_fields_and_rows_are_changed_as_ever(imported: Entry, communicator: Any) -> None:
    client = browser(communicator)
    own = next(
        name
        for name, value in editor.form(client, imported).items()
        if name.startswith("channels-") and value == ["+358 6 555 0202"]
    )
    editor.publish(client, imported, **{own: "+358 6 555 0303"})
    assert channels(imported) == {
        "switchboard": "+358 6 555 0101",
        "post": "neuvola@example.org",
        "": "+358 6 555 0303",
    }


def test_an_own_row_is_added_beside_those_of_the_catalogue(
    imported: Entry, communicator: Any
) -> None:
    row = {"kind": "chat", "value": "https://chat.example.org", "ORDER": "2", "id": ""}
    new = {f"channels-1-{name}": value for name, value in row.items()}
    response = editor.publish(
        browser(communicator), imported, **new, **{"channels-TOTAL_FORMS": "2"}
    )
    assert response.status_code == 302
    rows = list(EntryChannel.objects.filter(entry_id=imported.pk).order_by("sort_order"))
    assert [row.external_id for row in rows] == ["switchboard", "post", "", ""]
    assert rows[-1].value == "https://chat.example.org"


@pytest.mark.parametrize("attempt", ["change", "delete", "change as new", "delete as new"])
def test_a_forged_row_neither_changes_nor_deletes_the_catalogues(
    imported: Entry, communicator: Any, attempt: str
) -> None:
    row = EntryChannel.objects.get(entry_id=imported.pk, external_id="switchboard")
    forged = {
        "channels-0-id": str(row.pk),
        "channels-0-kind": "phone",
        "channels-0-value": "+358 6 555 0999",
        "channels-0-ORDER": "1",
        "channels-TOTAL_FORMS": "1",
        "channels-INITIAL_FORMS": "0" if "new" in attempt else "1",
        "channels-0-DELETE": "1" if "delete" in attempt else "",
    }
    editor.publish(browser(communicator), imported, **forged)
    kept = channels(imported)
    assert kept["switchboard"] == "+358 6 555 0101"
    assert kept["post"] == "neuvola@example.org"


def test_rows_that_only_a_draft_has_survive_saving(imported: Entry, communicator: Any) -> None:
    draft = imported.get_latest_revision_as_object()
    draft.channels.set(
        [EntryChannel(kind="phone", value="+358 6 555 0404", external_id="switchboard")]
    )
    draft.save_revision()
    client = browser(communicator)
    assert editor.save_draft(client, imported, keywords="draft").status_code == 302
    rows = again(imported).get_latest_revision_as_object().channels.all()
    assert [(row.external_id, row.value) for row in rows] == [("switchboard", "+358 6 555 0404")]


def test_the_other_languages_page_keeps_its_own_texts(imported: Entry, communicator: Any) -> None:
    swedish = imported.get_translations().get().specific
    assert not editor.names(browser(communicator), swedish) & KEPT
    editor.publish(browser(communicator), swedish, summary="Förfalskad", keywords="baby")
    assert again(swedish).summary == "Rådgivningen"
    assert again(swedish).keywords == "baby"


def test_a_language_that_the_catalogue_lacks_has_texts_of_its_own(
    imported: Entry, record: Any, communicator: Any
) -> None:
    del record.values["texts"]["sv"]
    record.save()
    swedish = imported.get_translations().get().specific
    shown = editor.names(browser(communicator), swedish)
    assert {"title", "summary"} <= shown
    assert not shown & {"street", "opening_hours"}


def test_what_is_wrong_with_a_kept_field_is_said_above_the_form(
    imported: Entry, record: Any, communicator: Any
) -> None:
    page = again(imported)
    page.place_source = "own"
    page.save_revision(clean=False)
    response = editor.publish(browser(communicator), imported, keywords="changed")
    assert response.status_code == 200
    with override("fi"):
        assert gettext("Write the address.") in response.context["form"].non_field_errors()


def test_an_entry_made_here_is_edited_as_ever(imported: Entry, communicator: Any) -> None:
    own = make_entry(organisation=imported.organisation, title="Kerho")
    client = browser(communicator)
    assert editor.names(client, own) >= KEPT
    assert "/take-over/" not in editor.html(client, own)
    editor.publish(client, own, title="Perhekerho", summary="Uusi")
    assert (again(own).title, again(own).summary) == ("Perhekerho", "Uusi")


def test_a_copy_is_ones_own(imported: Entry, communicator: Any) -> None:
    copy = imported.copy(update_attrs={"title": "Kopio", "slug": "kopio"})
    assert editor.names(browser(communicator), copy) >= KEPT
