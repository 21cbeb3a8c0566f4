"""Wagtail's page API: the entries' fields, both languages, few queries, honest 404s."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from services.models import EntryChannel, PartnerLink
from services.selectors.addresses import url_in
from tests.factories import Tree, make_entry, make_organisation, make_second_language

pytestmark = pytest.mark.django_db
PAGES = "/api/v2/pages/"


def get(client: Client, path: str, **params: Any) -> Any:
    response = client.get(path, params)
    assert response.status_code == 200, response.content
    return response.json()


def test_an_entry_has_its_fields(site: Tree, client: Client) -> None:
    entry = make_entry(themes=["sleep"], low_threshold=True)
    answer = get(client, f"{PAGES}{entry.pk}/")
    assert answer["entry_kind"] == "service"
    assert answer["themes"] == ["sleep"]
    assert answer["municipalities"] == ["598"]
    assert answer["low_threshold"] is True
    assert answer["content_language"] == "fi"
    assert answer["translation_key"] == str(entry.translation_key)
    assert "responsible_person" not in answer


def test_channels_and_meeting_times_are_in_the_answer(site: Tree, client: Client) -> None:
    entry = make_entry()
    entry.channels.add(EntryChannel(kind="phone", value="+358 6 555 0101", label={"fi": "Vaihde"}))
    entry.save_revision().publish()
    answer = get(client, f"{PAGES}{entry.pk}/")
    [channel] = answer["channels"]
    assert channel["kind"] == "phone"
    assert channel["value"] == "+358 6 555 0101"
    assert channel["label"] == {"fi": "Vaihde"}
    assert answer["schedule_rules"] == []


def test_lists_by_kind_and_language(site: Tree, client: Client) -> None:
    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    answer = get(client, PAGES, type="services.ServicePage", locale="sv")
    assert [item["id"] for item in answer["items"]] == [other.pk]
    answer = get(client, PAGES, translation_of=entry.pk)
    assert [item["id"] for item in answer["items"]] == [other.pk]
    answer = get(
        client, PAGES, type="services.ServicePage", translation_key=str(entry.translation_key)
    )
    assert {item["id"] for item in answer["items"]} == {entry.pk, other.pk}


def test_an_alias_says_whose_language_it_speaks(site: Tree, client: Client) -> None:
    organisation = make_organisation(source="sv")
    alias = type(organisation).objects.get(
        translation_key=organisation.translation_key, locale__language_code="fi"
    )
    assert get(client, f"{PAGES}{alias.pk}/")["content_language"] == "sv"


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_page_is_found_by_its_public_path(site: Tree, client: Client, language: str) -> None:
    entry = make_entry(language="sv", organisation=make_organisation(source="sv"))
    answer = client.get(f"{PAGES}find/", {"html_path": url_in(entry, language)})
    assert answer.status_code == 302
    assert answer["Location"].rstrip("?").endswith(f"{PAGES}{entry.pk}/")


@pytest.mark.parametrize(
    "path", [f"{PAGES}999999/", f"{PAGES}find/?html_path=/sv/nowhere/", "/api/v2/nothing/"]
)
def test_what_is_not_there_is_a_404_and_no_redirect(site: Tree, client: Client, path: str) -> None:
    assert client.get(path, headers={"accept-language": "sv"}).status_code == 404


def test_a_translation_key_that_is_none_is_a_bad_request(site: Tree, client: Client) -> None:
    response = client.get(PAGES, {"translation_key": "nonsense"})
    assert response.status_code == 400
    assert "UUID" in response.json()["message"]


@pytest.mark.parametrize("endpoint", ["images", "documents"])
def test_images_and_documents_answer(site: Tree, client: Client, endpoint: str) -> None:
    assert get(client, f"/api/v2/{endpoint}/")["items"] == []


def queries_of_list(client: Client) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        get(client, PAGES, type="services.ServicePage", fields="*", limit=50)
    return len(captured)


def test_a_list_takes_as_many_queries_for_ten_as_for_two(site: Tree, client: Client) -> None:
    organisation = make_organisation()
    for number in range(2):
        make_entry(organisation=organisation, title=f"Palvelu {number}")
    queries_of_list(client)
    few = queries_of_list(client)
    for number in range(2, 10):
        make_entry(organisation=organisation, title=f"Palvelu {number}")
    assert queries_of_list(client) == few


@pytest.mark.parametrize(
    "query",
    [
        "type=services.ServicePage&latitude=abc",
        "type=services.ServicePage&last_confirmed_on=x",
        "type=services.ServicePage&first_published_at=x",
        "type=services.ServicePage&channels=x",
    ],
)
def test_a_value_that_nobody_can_read_is_a_bad_request(
    site: Tree, client: Client, query: str
) -> None:
    response = client.get(f"{PAGES}?{query}")
    assert response.status_code == 400
    assert "can't be read" in response.json()["message"]


@pytest.mark.parametrize("endpoint", ["pages", "images", "documents"])
def test_a_huge_offset_is_a_bad_request_everywhere(
    site: Tree, client: Client, endpoint: str
) -> None:
    assert client.get(f"/api/v2/{endpoint}/?offset=99999999999999999999").status_code == 400
    assert client.get(f"/api/v2/{endpoint}/?offset=x").status_code == 400
    assert client.get(f"/api/v2/{endpoint}/find/?id=x").status_code == 400


def test_lists_of_codes_are_filtered_by_what_they_hold(site: Tree, client: Client) -> None:
    both = make_entry(title="Molemmat", municipalities=["598", "440"])
    one = make_entry(title="Yksi", municipalities=["440"])

    def found(query: str) -> set[int]:
        return {
            item["id"]
            for item in get(client, f"{PAGES}?type=services.ServicePage&{query}")["items"]
        }

    assert found("municipalities=598") == {both.pk}
    assert found("municipalities=440") == {both.pk, one.pk}
    assert found("municipalities=598&municipalities=440") == {both.pk, one.pk}
    assert found("municipalities=598&title=Yksi") == set()
    assert found("municipalities=999") == set()


def test_titles_of_drafts_stay_inside(site: Tree, client: Client) -> None:
    place = make_entry("meeting_place", title="Tupa")
    partner = make_organisation("Kumppani")
    entry = make_entry(title="Ryhmä", place_source="meeting_place", held_at=place)
    entry.partner_links.add(PartnerLink(organisation=partner))
    entry.save_revision().publish()
    paths = [f"{PAGES}{entry.pk}/", f"{PAGES}?type=services.ServicePage&fields=*"]
    for path in paths:
        answer = client.get(path).content.decode()
        assert "Tupa" in answer
        assert "Kumppani" in answer
    Page.objects.filter(pk__in=[place.pk, partner.pk]).update(live=False)
    for path in paths:
        answer = client.get(path).content.decode()
        assert '"held_at": null' in answer
        assert '"partner_links": []' in answer
        assert "Tupa" not in answer


def test_an_address_names_its_municipality_by_its_code(site: Tree, client: Client) -> None:
    entry = make_entry(place_source="own", street={"fi": "Katu"}, place_municipality_id="598")
    assert get(client, f"{PAGES}{entry.pk}/")["place_municipality"] == "598"
    [row] = get(client, PAGES, type="services.ServicePage", fields="*")["items"]
    assert row["place_municipality"] == "598"


def test_a_site_that_there_is_none_of_is_a_bad_request(site: Tree, client: Client) -> None:
    assert client.get(f"{PAGES}?site=x").status_code == 400
