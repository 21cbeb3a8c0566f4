"""From the page editor to the draft: in the embedded list, and on the site itself."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from services.models import Entry, PeerGroupPage
from services.models.role import OrganisationAccess
from tests.factories import Tree, make_entry, make_organisation, make_user
from tests.permissions.world import group_form

pytestmark = pytest.mark.django_db
EMBED = "https://embed.example"


@pytest.fixture(autouse=True)
def embed_is_here(settings: Any) -> None:
    settings.EMBED_URL = EMBED


@pytest.fixture
def entry(site: Tree) -> Entry:
    organisation = make_organisation("Perhetalo", with_access=True)
    return make_entry("peer_group", organisation=organisation, title="Kerho")


@pytest.fixture
def staff(entry: Entry) -> Client:
    return logged_in(make_user("staff", group_of(entry.get_parent())))


@pytest.fixture
def stranger(entry: Entry) -> Client:
    other = make_organisation("Seurakunta", with_access=True)
    return logged_in(make_user("stranger", group_of(other)))


def group_of(organisation: Any) -> Group:
    return OrganisationAccess.objects.get(pk=organisation.translation_key).group


def logged_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def offer(entry: Entry) -> str:
    return reverse("embedded_preview", args=[entry.pk])


def editor(client: Client, entry: Entry) -> str:
    response = client.get(reverse("wagtailadmin_pages:edit", args=[entry.pk]))
    return str(response.content.decode())


def explorer(client: Client, entry: Entry) -> str:
    parent = entry.get_parent()
    response = client.get(reverse("wagtailadmin_explore", args=[parent.pk]))
    return str(response.content.decode())


def links(page: str) -> dict[str, str]:
    """The addresses of the embedded list that a page offers, by language."""
    found = re.findall(rf'href="({EMBED}/preview/[^"]+)"', unescape(page))
    return {urlsplit(address).query.removeprefix("lang="): address for address in found}


def test_the_editor_and_the_list_lead_to_the_preview(staff: Client, entry: Entry) -> None:
    assert offer(entry) in editor(staff, entry)
    assert offer(entry) in explorer(staff, entry)


def test_other_pages_have_no_such_preview(staff: Client, entry: Entry) -> None:
    organisation = entry.get_parent()
    assert "/previews/" not in editor(staff, organisation)
    assert staff.get(offer(organisation)).status_code == 404


def test_the_links_show_what_was_saved_last_in_each_language(staff: Client, entry: Entry) -> None:
    form = {**group_form("Kerho muuttaa", "Uusi paikka"), "slug": entry.slug}
    staff.post(reverse("wagtailadmin_pages:edit", args=[entry.pk]), form)
    page = staff.get(offer(entry)).content.decode()
    assert "Kerho muuttaa" in page
    offered = links(page)
    assert offered.keys() == {"fi", "sv"}
    token = urlsplit(offered["fi"]).path.removeprefix("/preview/")
    told = Client().get(reverse("preview", args=[token]), {"lang": "fi"}).json()
    assert told["title"] == "Kerho muuttaa"
    assert PeerGroupPage.objects.get(pk=entry.pk).title == "Kerho"


def test_only_who_may_edit_gets_a_link(stranger: Client, staff: Client, entry: Entry) -> None:
    assert stranger.get(offer(entry)).status_code == 302
    assert offer(entry) not in explorer(stranger, entry)
    assert Client().get(offer(entry)).status_code == 302
    assert links(staff.get(offer(entry)).content.decode())


def test_without_an_embedded_head_it_is_not_offered(
    staff: Client, entry: Entry, settings: Any
) -> None:
    settings.EMBED_URL = ""
    assert offer(entry) not in editor(staff, entry)
    assert staff.get(offer(entry)).status_code == 302


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("live", [True, False])
def test_the_site_shows_the_draft_in_its_language(entry: Entry, language: str, live: bool) -> None:
    organisation = entry.get_parent().specific
    draft = make_entry(
        "service", organisation=organisation, language=language, title="Ennen", live=live
    )
    draft.title = "Luonnoksen otsikko"
    draft.save_revision()
    page = preview_on_site(logged_in(make_user("a", superuser=True)), draft)
    assert f'<html lang="{language}"' in page
    assert "<h1" in page
    assert "Luonnoksen otsikko" in page
    public = Client().get(f"/{language}/e/{draft.pk}/", follow=True).content.decode()
    assert "Luonnoksen otsikko" not in public


def preview_on_site(client: Client, entry: Entry) -> str:
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[entry.pk]))
    assert response.status_code == 200
    assert response.headers.get("X-Frame-Options", "SAMEORIGIN") == "SAMEORIGIN"
    return unescape(response.content.decode())


def test_the_panel_beside_the_form_shows_what_is_being_written(staff: Client, entry: Entry) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[entry.pk])
    form = {**group_form("Vielä tallentamatta", "Uusi paikka"), "slug": entry.slug}
    assert staff.post(address, form).json() == {"is_valid": True, "is_available": True}
    response = staff.get(address, {"in_preview_panel": "true"})
    assert "Vielä tallentamatta" in response.content.decode()
