"""Whatever changes what visitors find moves the documents, in the same transaction."""

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Max
from wagtail.models import Page

from search.models import SearchDocument
from services.actions.meetings import cancel_meeting
from services.fields import LocalizedText
from services.models import Entry, Meeting, MeetingPlacePage, OrganisationPage, Theme
from tests.factories import (
    Tree,
    add_rule,
    make_entry,
    make_organisation,
    make_second_language,
)


def row(entry: Any) -> SearchDocument:
    return SearchDocument.objects.get(pk=entry.translation_key)


def number() -> int:
    """The number of the last document that changed; other rooms count on the same clock."""
    return SearchDocument.objects.aggregate(last=Max("seq"))["last"]


def publish(page: Any, **fields: Any) -> None:
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_publishing_writes_the_document(site: Tree) -> None:
    entry = make_entry(title="Perheneuvola")
    assert row(entry).content["texts"]["fi"]["title"] == "Perheneuvola"
    assert row(entry).seq == number()
    assert not row(entry).deleted


def test_drafts_leave_no_trace(site: Tree) -> None:
    entry = make_entry(live=False)
    assert not SearchDocument.objects.exists()
    entry.title = "Toinen luonnos"
    entry.save_revision()
    assert not SearchDocument.objects.exists()


def test_publishing_again_what_is_the_same_changes_nothing(site: Tree) -> None:
    entry = make_entry()
    before = number()
    publish(entry)
    publish(entry, responsible_person="Somebody else")
    assert number() == before
    publish(entry, title="Uusi nimi")
    assert number() > before


def test_a_draft_of_a_live_page_changes_nothing(site: Tree) -> None:
    entry = make_entry()
    before = number()
    entry.title = "Ei vielä"
    entry.save_revision()
    assert number() == before


def test_unpublishing_one_language_and_then_the_other(site: Tree) -> None:
    entry = make_entry(title="Kahvila")
    swedish = make_second_language(entry, "Kafé", "sv")
    assert set(row(entry).content["texts"]) == {"fi", "sv"}
    Page.objects.get(pk=swedish.pk).unpublish()
    assert set(row(entry).content["texts"]) == {"fi"}
    entry.refresh_from_db()
    entry.unpublish()
    assert (row(entry).deleted, row(entry).content) == (True, {})
    publish(entry)
    assert not row(entry).deleted


def test_deleting_leaves_a_tombstone(site: Tree) -> None:
    entry, other = make_entry(title="Yksi"), make_entry(title="Kaksi")
    entry.delete()
    Page.objects.get(pk=other.pk).delete()
    assert row(entry).deleted
    assert row(other).deleted


def test_moving_to_another_organisation(site: Tree) -> None:
    entry = make_entry(organisation=make_organisation("Vanha"))
    Page.objects.get(pk=entry.pk).move(make_organisation("Uusi", sector="parish"), "last-child")
    assert row(entry).content["organisations"] == {"fi": ["Uusi"]}
    assert row(entry).content["facets"]["sector"] == ["parish"]


def test_renaming_an_organisation(site: Tree) -> None:
    organisation = make_organisation("Vanha")
    entry = make_entry(organisation=organisation)
    publish(organisation, title="Uusi")
    assert row(entry).content["organisations"] == {"fi": ["Uusi"]}
    OrganisationPage.objects.get(pk=organisation.pk).delete()
    assert row(entry).deleted


def test_a_cancelled_meeting_is_no_change_of_the_document(site: Tree) -> None:
    entry = make_entry("peer_group")
    add_rule(entry, first=date(2026, 11, 26))
    before = number()
    cancel_meeting(meeting=Meeting.objects.get(), reason=LocalizedText(fi="Sairaus"))
    assert number() == before


def test_renaming_a_theme_reaches_its_entries_only(site: Tree) -> None:
    entry, other = make_entry(title="A", themes=["sleep"]), make_entry(title="B")
    before = number()
    theme = Theme.objects.get(pk="sleep")
    theme.label = LocalizedText(fi="Yöuni", sv="Sömn")
    theme.save()
    assert "Yöuni" in row(entry).content["labels"]["fi"]
    assert row(entry).seq == number() > before
    assert row(other).seq <= before


def test_a_place_that_moves_takes_its_guests_along(site: Tree) -> None:
    at = {"street": {"fi": "Katu 1"}, "latitude": 63.6, "longitude": 22.7}
    place = make_entry("meeting_place", title="Tupa", place_source="own", **at)
    guest = make_entry("peer_group", title="Vieras", place_source="meeting_place", held_at=place)
    publish(MeetingPlacePage.objects.get(pk=place.pk), latitude=63.9)
    assert row(guest).content["latitude"] == 63.9


def test_a_transaction_undone_undoes_the_document(site: Tree) -> None:
    entry = make_entry(title="Ennen")
    before = number()

    @transaction.atomic
    def publish_and_fail() -> None:
        publish(entry, title="Jälkeen")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()
    assert number() == before
    assert row(entry).content["texts"]["fi"]["title"] == "Ennen"


def test_numbers_grow_with_every_change(site: Tree) -> None:
    entries = [make_entry(title=f"Ryhmä {index}") for index in range(3)]
    seqs = [row(entry).seq for entry in entries]
    assert seqs == sorted(set(seqs))
    assert Entry.objects.count() == SearchDocument.objects.count()


@pytest.mark.parametrize("with_its_organisation", [False, True])
def test_guests_of_a_place_that_is_deleted_are_nowhere(
    site: Tree, with_its_organisation: bool
) -> None:
    at = {"street": {"fi": "Katu 1"}, "latitude": 63.6, "longitude": 22.7}
    home, guests = make_organisation("Talo"), make_organisation("Vieraat")
    place = make_entry("meeting_place", organisation=home, place_source="own", **at)
    guest = make_entry(
        "peer_group", organisation=guests, place_source="meeting_place", held_at=place
    )
    assert row(guest).content["latitude"] == 63.6
    Page.objects.get(pk=home.pk if with_its_organisation else place.pk).delete()
    assert row(guest).content["latitude"] is None
    assert not row(guest).deleted
    assert row(place).deleted
