"""Whatever changes what an answer says moves its record, in the same transaction; nothing else."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from api.directory.build import entry_contents, entry_of_draft
from api.directory.reconcile import unannounced
from api.directory.signals import directory_changed
from api.models import DirectoryRecord, RecordKind
from services.actions.meetings import cancel_meeting
from services.fields import LocalizedText
from services.models import (
    Entry,
    Meeting,
    MeetingPlacePage,
    Municipality,
    OrganisationChannel,
    OrganisationIndexPage,
    OrganisationPage,
)
from tests.api.rich import rich_group
from tests.factories import (
    Tree,
    add_rule,
    make_entry,
    make_organisation,
    make_second_language,
)

pytestmark = pytest.mark.django_db


def record_of(page: Any) -> DirectoryRecord:
    return DirectoryRecord.objects.get(key=page.translation_key)


def content_of(page: Any) -> Any:
    return record_of(page).content


def publish(page: Any, **fields: Any) -> None:
    page = type(page).objects.get(pk=page.pk).specific
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def moved(page: Any, change: Callable[[], Any]) -> bool:
    """Whether a change moves a page's record."""
    before = record_of(page).changed_at
    change()
    after = record_of(page).changed_at
    assert after >= before
    return after > before


def test_publishing_again_what_is_the_same_changes_nothing(site: Tree) -> None:
    entry = make_entry()
    assert not moved(entry, lambda: publish(entry))
    assert not moved(entry, lambda: publish(entry, responsible_person="Joku muu"))
    assert not moved(entry, entry.save_revision)
    assert moved(entry, lambda: publish(entry, title="Uusi"))


def test_drafts_have_no_record(site: Tree) -> None:
    make_entry(live=False)
    assert not DirectoryRecord.objects.filter(kind=RecordKind.ENTRY).exists()


def test_what_goes_leaves_an_empty_record(site: Tree) -> None:
    finnish = make_entry(title="Kahvila")
    swedish = make_second_language(finnish, "Kafé", "sv")
    assert set(content_of(finnish)["title"]) == {"fi", "sv"}
    Page.objects.get(pk=swedish.pk).unpublish()
    assert set(content_of(finnish)["title"]) == {"fi"}
    Page.objects.get(pk=finnish.pk).unpublish()
    gone = record_of(finnish)
    assert (gone.deleted, gone.content, gone.titles, gone.organisations) == (True, {}, {}, [])
    publish(finnish)
    assert not record_of(finnish).deleted
    Page.objects.get(pk=finnish.pk).delete()
    assert record_of(finnish).deleted


def test_moments_of_change_are_all_different(site: Tree) -> None:
    organisation = make_organisation()
    for number in range(3):
        make_entry(title=f"Palvelu {number}", organisation=organisation)
    publish(organisation, title="Toinen nimi")
    moments = DirectoryRecord.objects.values_list("changed_at", flat=True)
    assert len(set(moments)) == len(moments) == 4


def test_a_cancelled_meeting_is_a_change(site: Tree) -> None:
    entry = make_entry("peer_group")
    add_rule(entry, first=date(2026, 11, 26))
    meeting = Meeting.objects.get()
    assert moved(entry, lambda: cancel_meeting(meeting=meeting, reason=LocalizedText(fi="Lunta")))
    assert content_of(entry)["meetings"][0]["cancelled"]


def test_what_stands_on_the_organisation_changes_its_entries(site: Tree) -> None:
    organisation = OrganisationPage.objects.get(pk=make_organisation("Vanha").pk)
    entry = make_entry(organisation=organisation)
    apart = make_entry(organisation=organisation, uses_organisation_channels=False)
    organisation.channels.add(OrganisationChannel(kind="phone", value="06 555 0101"))
    assert moved(entry, organisation.save_revision().publish)
    assert not moved(apart, lambda: publish(organisation))
    assert moved(apart, lambda: publish(organisation, title="Uusi"))
    assert content_of(entry)["organisation"]["title"] == {"fi": "Uusi"}


def test_a_new_address_of_an_organisation_or_of_all_of_them(
    site: Tree, django_capture_on_commit_callbacks: Any
) -> None:
    organisation = make_organisation("Talo")
    entry = make_entry(organisation=organisation)
    assert moved(entry, lambda: publish(organisation, slug="uusi-osoite"))
    assert content_of(organisation)["url"]["fi"].endswith("/fi/organisaatiot/uusi-osoite/")
    index = OrganisationIndexPage.objects.get(locale__language_code="fi")
    with django_capture_on_commit_callbacks(execute=True):
        publish(index, slug="tekijat")
    assert content_of(organisation)["url"]["fi"].endswith("/fi/tekijat/uusi-osoite/")
    assert content_of(entry)["organisation"]["url"] == content_of(organisation)["url"]


def test_an_organisation_that_is_unpublished_or_deleted(site: Tree) -> None:
    organisation = make_organisation("Lähtevä")
    entry = make_entry(organisation=organisation)
    OrganisationPage.objects.get(pk=organisation.pk).unpublish()
    assert record_of(organisation).deleted
    assert record_of(entry).deleted
    other = make_organisation("Poistettava")
    left = make_entry(organisation=other, title="Jää")
    Page.objects.get(pk=other.pk).delete()
    assert record_of(other).deleted
    assert record_of(left).deleted


def test_a_meeting_place_that_changes_takes_its_guests_along(site: Tree) -> None:
    at = {"street": {"fi": "Katu 1"}, "latitude": 63.6, "longitude": 22.7}
    place = make_entry("meeting_place", title="Tupa", place_source="own", **at)
    guest = make_entry("peer_group", title="Vieras", place_source="meeting_place", held_at=place)
    publish(MeetingPlacePage.objects.get(pk=place.pk), title="Uusi tupa", latitude=63.9)
    assert content_of(guest)["place"]["latitude"] == 63.9
    assert content_of(guest)["held_at"]["title"] == {"fi": "Uusi tupa"}
    Page.objects.get(pk=place.pk).delete()
    assert (content_of(guest)["place"], content_of(guest)["held_at"]) == (None, None)


def test_a_municipality_that_is_removed_leaves_addresses_without(site: Tree) -> None:
    entry = make_entry(place_source="own", street={"fi": "Katu"}, place_municipality_id="440")
    assert content_of(entry)["place"]["municipality"] == "440"
    Municipality.objects.get(pk="440").delete()
    assert content_of(entry)["place"]["municipality"] == ""


def test_a_picture_that_is_replaced_or_deleted(site: Tree) -> None:
    image = Image.objects.create(title="Kuva", file=get_test_image_file(size=(1600, 900)))
    entry = make_entry(image=image, image_alt="Lapsia")
    assert (content_of(entry)["image"]["width"], content_of(entry)["image"]["height"]) == (800, 450)
    image.file = get_test_image_file(size=(400, 300))
    image.save()
    image.renditions.all().delete()
    assert (content_of(entry)["image"]["width"], content_of(entry)["image"]["height"]) == (400, 300)
    image.delete()
    assert content_of(entry)["image"] is None


def test_a_picture_whose_file_is_lost_is_left_out(site: Tree) -> None:
    image = Image.objects.create(title="Kuva", file=get_test_image_file())
    image.file.storage.delete(image.file.name)
    assert content_of(make_entry(image=image, image_alt="Lapsia"))["image"] is None


def test_a_transaction_undone_undoes_the_record(site: Tree) -> None:
    entry = make_entry(title="Ennen")

    @transaction.atomic
    def publish_and_fail() -> None:
        publish(entry, title="Jälkeen")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()
    assert content_of(entry)["title"] == {"fi": "Ennen"}


def test_listeners_hear_of_what_changed_and_what_is_gone(site: Tree) -> None:
    heard: list[tuple[str, set[Any], set[Any]]] = []

    def hear(kind: str, changed: set[Any], deleted: set[Any], **_more: Any) -> None:
        heard.append((kind, changed, deleted))

    entry = make_entry()
    directory_changed.connect(hear)
    try:
        publish(entry)
        publish(entry, title="Uusi")
        Page.objects.get(pk=entry.pk).unpublish()
    finally:
        directory_changed.disconnect(hear)
    key = entry.translation_key
    assert heard == [("entry", {key}, set()), ("entry", set(), {key})]


def test_the_command_finds_and_repairs_what_nobody_announced(
    site: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    entry, other = make_entry(title="Ennen"), make_entry(title="Muu")
    call_command("directory_records", "check")
    Page.objects.filter(pk=entry.pk).update(title="Jälkeen")
    DirectoryRecord.objects.filter(key=other.translation_key).delete()
    with pytest.raises(SystemExit) as ended:
        call_command("directory_records", "check")
    assert ended.value.code == 3
    said = capsys.readouterr()
    assert str(entry.translation_key) in said.err
    assert str(other.translation_key) in said.err
    call_command("directory_records", "sync")
    assert "2 records renewed" in capsys.readouterr().out
    assert content_of(entry)["title"] == {"fi": "Jälkeen"}
    assert not any(keys for _kind, keys in unannounced())


def test_a_draft_is_shown_as_it_would_be(site: Tree) -> None:
    finnish, swedish = rich_group()
    live = entry_contents([finnish.translation_key])[finnish.translation_key]
    draft = swedish.specific
    draft.title, draft.low_threshold = "Utkast", False
    draft.channels.clear()
    revision = draft.save_revision()
    shown = entry_of_draft(revision.as_object())
    assert shown is not None
    assert shown["title"] == {"fi": "Vertaisryhmä", "sv": "Utkast"}
    assert (shown["low_threshold"], len(shown["channels"])) == (False, 1)
    assert live == entry_contents([finnish.translation_key])[finnish.translation_key]
    changed = {"title", "low_threshold", "channels", "languages_available"}
    assert {name for name in live if live[name] != shown[name]} == changed


def test_a_draft_that_was_never_public(site: Tree) -> None:
    draft = make_entry("peer_group", title="Uusi", live=False)
    shown = entry_of_draft(Entry.objects.get(pk=draft.pk).specific)
    assert shown is not None
    assert (shown["title"], shown["group_type"]) == ({"fi": "Uusi"}, "peer")
