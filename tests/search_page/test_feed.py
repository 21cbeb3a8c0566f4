"""What a query finds as a feed."""

from datetime import datetime, timedelta
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from django.test import Client
from django.utils import timezone

from services.models import Entry
from tests.factories import Tree, make_entry, make_second_language
from tests.search_page.conftest import Asker

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def feed(client: Client, address: str) -> Xml.Element:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return Xml.fromstring(response.content)


def titles(found: Xml.Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in found.iter(f"{ATOM}entry")]


def came_first(entry: Entry, at: datetime) -> None:
    Entry.objects.filter(pk=entry.pk).update(first_published_at=at)


def test_the_newest_of_what_the_query_finds(site: Tree, client: Client) -> None:
    now = timezone.now()
    for age, title in enumerate(["Uusi ryhmä", "Vanha ryhmä", "Kahvila"]):
        came_first(make_entry(title=title), now - timedelta(days=age))
    assert titles(feed(client, "/fi/etsi/atom.xml")) == ["Uusi ryhmä", "Vanha ryhmä", "Kahvila"]
    found = feed(client, "/fi/etsi/atom.xml?q=ryhm%C3%A4&near=598&page=3")
    assert titles(found) == ["Uusi ryhmä", "Vanha ryhmä"]
    links = {link.get("rel"): link.get("href") for link in found.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://testserver/fi/etsi/?q=ryhm%C3%A4",
        "self": "http://testserver/fi/etsi/atom.xml?q=ryhm%C3%A4",
    }
    assert (found.findtext(f"{ATOM}title") or "").startswith("ryhmä – ")


def test_a_translation_makes_an_entry_no_newer(site: Tree, client: Client) -> None:
    old = make_entry(title="Vanha ryhmä")
    came_first(old, timezone.now() - timedelta(days=9))
    make_entry(title="Uusi ryhmä")
    make_second_language(old, "Gammal grupp", "sv")
    found = feed(client, "/sv/sok/atom.xml")
    assert titles(found) == ["Uusi ryhmä", "Gammal grupp"]
    finnish, swedish = found.iter(f"{ATOM}entry")
    assert (finnish.get(LANGUAGE), swedish.get(LANGUAGE)) == ("fi", "sv")
    assert swedish.findtext(f"{ATOM}id") == f"urn:uuid:{old.translation_key}"
    [link] = swedish.findall(f"{ATOM}link")
    assert link.get("href") == f"http://testserver/sv/e/{old.translation_key}/"


def test_texts_are_no_markup(site: Tree, client: Client) -> None:
    make_entry(title="Isät & lapset", summary="<b>Tule</b> & leiki")
    found = feed(client, "/fi/etsi/atom.xml?q=%3Cb%3Elapset")
    assert titles(found) == ["Isät & lapset"]
    [entry] = found.iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == "&lt;b&gt;Tule&lt;/b&gt; &amp; leiki"


@pytest.mark.parametrize("params", [{}, {"age": "4", "near": "598", "page": "1"}])
def test_the_page_leads_to_its_feed(ask: Asker, client: Client, params: dict[str, Any]) -> None:
    make_entry(title="Ryhmä", life_stages=["all"])
    response = ask("ryhmä", "sv", **params)
    address = response.context["feed_url"]
    shown = response.content.decode()
    assert shown.count(f'href="{address.replace("&", "&amp;")}"') == 2
    assert "near" not in address
    assert titles(feed(client, address)) == ["Ryhmä"]


def test_nothing_found_is_an_empty_feed(site: Tree, client: Client) -> None:
    assert titles(feed(client, "/fi/etsi/atom.xml?q=lentokone")) == []
