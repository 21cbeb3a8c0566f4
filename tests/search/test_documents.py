"""What a document holds of an entry and its surroundings."""

from datetime import date
from typing import Any

from pytest_django import DjangoAssertNumQueries

from search.documents import Document, build_documents
from services.models import (
    Area,
    EntryChannel,
    Municipality,
    OrganisationChannel,
    PartnerLink,
)
from tests.factories import (
    Tree,
    make_entry,
    make_organisation,
    make_second_language,
    make_village,
)


def built(entry: Any) -> Document:
    return build_documents([entry.translation_key])[entry.translation_key]


def test_texts_of_every_language(site: Tree) -> None:
    body = [("heading", "Otsikko"), ("text", "<p>Lämmin <b>kahvi</b></p>")]
    entry = make_entry(
        title="Perhekahvila", body=body, easy_text="Selkeästi", keywords="kahvila, leikki"
    )
    make_second_language(entry, "Familjecafé", "sv", summary="Kaffe")
    document = built(entry)
    assert document.texts["fi"].title == "Perhekahvila"
    assert document.texts["fi"].body == "Otsikko\nLämmin kahvi"
    assert document.texts["fi"].easy_text == "Selkeästi"
    assert document.texts["fi"].keywords == "kahvila, leikki"
    assert document.texts["sv"].title == "Familjecafé"
    assert document.texts["sv"].summary == "Kaffe"


def test_facets(site: Tree) -> None:
    entry = make_entry(
        "peer_group",
        title="Isät",
        group_type="peer",
        themes=["sleep"],
        audiences=["families"],
        life_stages=["baby"],
        languages=["fi", "en"],
        cost="free",
        low_threshold=True,
        last_confirmed_on=date(2026, 11, 1),
    )
    document = built(entry)
    assert document.facets == {
        "kind": ["peer_group"],
        "municipality": ["598"],
        "area": [],
        "theme": ["sleep"],
        "age": ["0", "1"],
        "life_stage": ["baby"],
        "audience": ["families"],
        "language": ["en", "fi"],
        "channel": [],
        "group_type": ["peer"],
        "sector": ["association"],
        "free": ["1"],
        "low_threshold": ["1"],
    }
    assert document.local
    assert document.last_confirmed == "2026-11-01"


def test_the_whole_region_is_every_municipality(site: Tree) -> None:
    Municipality.objects.filter(code="440").update(area=Area.objects.create(code="north"))
    document = built(make_entry(whole_region=True, municipalities=[]))
    assert document.facets["municipality"] == ["440", "598"]
    assert document.facets["area"] == ["north"]
    assert not document.local
    assert set(document.places["fi"]) == {"Luoto", "Pietarsaari"}


def test_all_ages_are_every_age(site: Tree) -> None:
    document = built(make_entry(life_stages=["all"]))
    assert {"baby", "youth", "all"} <= set(document.facets["life_stage"])


def test_labels_speak_every_language_whatever_is_active(site: Tree) -> None:
    document = built(make_entry(themes=["separation"]))
    assert "Ero" in document.labels["fi"]
    assert "Skilsmässa" in document.labels["sv"]
    assert (document.places["fi"], document.places["sv"]) == (["Pietarsaari"], ["Jakobstad"])


def test_partners_names_and_sectors(site: Tree) -> None:
    own = make_organisation("Folkhälsan")
    parish = make_organisation("Seurakunta", sector="parish")
    entry = make_entry(organisation=own)
    PartnerLink.objects.create(entry=entry, organisation=parish)
    document = built(entry)
    assert document.facets["sector"] == ["association", "parish"]
    assert document.organisations == {"fi": ["Folkhälsan", "Seurakunta"]}


def test_channels_are_its_own_and_those_it_borrows(site: Tree) -> None:
    organisation = make_organisation()
    OrganisationChannel.objects.create(organisation=organisation, kind="phone", value="06 555 0101")
    borrowing = make_entry(organisation=organisation, title="A")
    alone = make_entry(organisation=organisation, title="B", uses_organisation_channels=False)
    EntryChannel.objects.create(entry=borrowing, kind="chat", value="https://example.org/")
    assert built(borrowing).facets["channel"] == ["chat", "phone"]
    assert built(alone).facets["channel"] == []


def test_coordinates_of_the_effective_place(site: Tree) -> None:
    there = {"street": {"fi": "Katu 1"}, "latitude": 63.6, "longitude": 22.7}
    place = make_entry("meeting_place", title="Tupa", place_source="own", **there)
    guest = make_entry("peer_group", title="Vieras", place_source="meeting_place", held_at=place)
    organisation = make_organisation("Toimisto", **{**there, "latitude": 63.7})
    at_home = make_entry(organisation=organisation, title="Neuvo", place_source="organisation")
    assert (built(place).latitude, built(place).longitude) == (63.6, 22.7)
    assert built(guest).latitude == 63.6
    assert built(at_home).latitude == 63.7
    assert built(make_entry(title="Ei missään")).latitude is None


def test_drafts_have_none(site: Tree) -> None:
    assert build_documents([make_entry(live=False).translation_key]) == {}


def test_villages_of_the_municipalities_it_serves(site: Tree) -> None:
    make_village()
    make_village("bosund", "Bosund", "Bosund", municipality_id="440")
    document = built(make_entry(municipalities=["598"]))
    assert (document.villages["fi"], document.villages["sv"]) == (["Kolppi"], ["Kållby"])


def test_a_document_survives_its_json(site: Tree) -> None:
    document = built(make_entry(themes=["sleep"]))
    assert Document.from_json(document.to_json()) == document


def test_many_documents_take_as_many_queries_as_one(
    site: Tree, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    place = make_entry("meeting_place", title="Tupa")
    entries = [
        make_entry(
            kind,
            title=f"{kind} {number}",
            organisation=make_organisation(f"O {number}"),
            place_source="meeting_place",
            held_at=place,
        )
        for number, kind in enumerate(["service", "peer_group", "meeting_place", "support_form"])
    ]
    for count in (1, 4):
        with django_assert_num_queries(12):
            build_documents([entry.translation_key for entry in entries[:count]])
