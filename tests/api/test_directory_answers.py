"""One request holds all that a page shows, in both languages or in one; and nothing more."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pydantic import BaseModel

from api.directory import schemas
from services.actions.meetings import cancel_meeting
from services.fields import LocalizedText
from services.models import Area, Meeting, Municipality
from services.selectors.addresses import url_in
from tests.api.conftest import Asking
from tests.api.rich import rich_group, rich_organisation
from tests.factories import Tree, make_entry, make_organisation

pytestmark = pytest.mark.django_db

ANSWERS: dict[str, type[BaseModel]] = {
    "entries": schemas.EntryList,
    "entries?changed_since=1970-01-01T00:00:00Z": schemas.EntryList,
    "meetings": schemas.MeetingList,
    "organisations": schemas.OrganisationList,
    "organisations?changed_since=1970-01-01T00:00:00Z": schemas.OrganisationList,
    "places": schemas.PlaceList,
    "entries?lat=63.7&lon=22.7": schemas.EntryList,
    "codes": schemas.Codes,
    "suggest?q=s": schemas.SuggestionList,
}


def texts_of(value: Any) -> set[str]:
    """Every string somewhere in an answer."""
    if isinstance(value, dict):
        return set().union(*map(texts_of, value.values()))
    if isinstance(value, list):
        return set().union(*map(texts_of, value))
    return {value} if isinstance(value, str) else set()


def fields_of(value: Any, path: str = "") -> set[str]:
    """Where an answer has fields; texts by language are one field."""
    if isinstance(value, list):
        return set().union(*(fields_of(part, path) for part in value))
    if not isinstance(value, dict) or value.keys() & {"fi", "sv"}:
        return {path}
    return set().union(*(fields_of(part, f"{path}.{name}") for name, part in value.items()))


@pytest.mark.parametrize("path", ANSWERS)
def test_answers_have_the_promised_shape(site: Tree, client: Client, path: str) -> None:
    rich_group()
    address, shape = f"/api/directory/{path}", ANSWERS[path]
    separator = "&" if "?" in path else "?"
    for question in ("", f"{separator}lang=fi", f"{separator}lang=sv"):
        answer = client.get(f"{address}{question}").json()
        read = shape.model_validate(answer).model_dump(mode="json", exclude_unset=True)
        assert fields_of(read) == fields_of(answer), question
        rows = answer.get("items") or answer["kind"]
        assert rows, question
        in_both = re.search(r'"(fi|sv)":', json.dumps(answer))
        assert not (question and in_both), f"a text is not in one language: {question}"


def test_an_entry_has_all_that_its_page_shows(site: Tree, client: Client, ask: Asking) -> None:
    finnish, _swedish = rich_group()
    cancel_meeting(
        meeting=Meeting.objects.upcoming()[0], reason=LocalizedText(fi="Ohjaaja on kipeä")
    )
    entry = ask(f"entries/{finnish.translation_key}", lang="fi")
    said = texts_of(entry)
    page = client.get(url_in(finnish, "fi")).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    for text in (
        *("Vertaisryhmä", "2 euroa", "Soita ensin", "Ryhmä vanhemmille.", "Ohjaaja on kipeä"),
        *("Folkhälsan", "Seurakunta", "Tupa", "Tupakuja 1", "Lapsia leikkimässä", "06 555 0101"),
        *("https://chat.example/", "Vaihde", "tel:+35865550101"),
    ):
        assert text in unescape(main), f"the page has lost {text}"
        assert text in said
    for text in ("Näin tulet mukaan", "<b>sellaisena</b>", "&lt;ja juhannuksena&gt;"):
        assert text in main
        assert text in entry["body_html"]
    assert entry["body_html"].startswith("<h2>Näin tulet mukaan</h2><p>Tule ")
    assert "class=" not in entry["body_html"]
    assert entry["meetings"][0]["cancelled"]
    assert (entry["group_type"], entry["capacity"]) == ("peer", 12)
    assert entry["schedule"][0]["rule"] == "FREQ=WEEKLY;BYDAY=TH"
    assert entry["held_at"]["title"] == "Tupa"
    assert entry["place"]["latitude"] == 63.67
    assert [row["of_organisation"] for row in entry["channels"]] == [False, True]
    assert entry["channels"][1]["state"]["is_open"]
    assert entry["image"]["width"] == 800
    assert client.get(entry["image"]["url"].replace("http://testserver", "")).status_code == 200


def test_links_in_texts_lead_to_the_page_in_the_texts_language(site: Tree, ask: Asking) -> None:
    target = make_entry(title="Kohde")
    link = f'<p><a linktype="page" id="{target.pk}">siellä</a></p>'
    entry = make_entry(title="Lähde", body=[{"type": "text", "value": link}])
    html = ask(f"entries/{entry.translation_key}", lang="fi")["body_html"]
    assert html == f'<p><a href="http://testserver{url_in(target, "fi")}">siellä</a></p>'


def test_both_languages_in_one_answer_or_one_by_lang(site: Tree, ask: Asking) -> None:
    finnish, _swedish = rich_group()
    path = f"entries/{finnish.translation_key}"
    both, fi, sv = ask(path), ask(path, lang="fi"), ask(path, lang="sv")
    assert both["title"] == {"fi": "Vertaisryhmä", "sv": "Kamratstödsgrupp"}
    assert (fi["title"], sv["title"]) == ("Vertaisryhmä", "Kamratstödsgrupp")
    assert (both["content_language"], fi["content_language"]) == (None, "fi")
    # A text that the Swedish page has not is not filled in from the Finnish one.
    assert (fi["easy_text"], sv["easy_text"]) == ("Ryhmä vanhemmille.", "")
    # A fact's words are, as on the page.
    assert sv["channels"][0]["note"] == fi["channels"][0]["note"] == "Skriv bara"
    assert both["url"]["sv"] == sv["url"] == f"http://testserver/sv/e/{finnish.translation_key}/"
    assert sv["image"]["alt"] == "Barn som leker"


def test_a_text_in_another_language_says_so(site: Tree, ask: Asking) -> None:
    entry = make_entry(title="Bara på svenska", language="sv")
    shown = ask(f"entries/{entry.translation_key}", lang="fi")
    assert (shown["title"], shown["content_language"]) == ("Bara på svenska", "sv")
    assert shown["languages_available"] == ["sv"]
    assert shown["url"].startswith("http://testserver/fi/")
    organisation = ask(f"organisations/{shown['organisation']['id']}", lang="fi")
    assert organisation["content_language"] == "sv"


def test_an_organisation_has_all_that_its_page_shows(
    site: Tree, client: Client, ask: Asking
) -> None:
    page = rich_organisation(title="Perheiden talo")
    shown = ask(f"organisations/{page.translation_key}", lang="fi")
    html = strip_tags(client.get(url_in(page, "fi")).content.decode())
    for text in ("Perheiden talo", "Yhdistys", "Koulukatu 12", "Aino Avoin", "06 555 0101"):
        assert text in html
        assert text in texts_of(shown)
    assert client.get(shown["url"].replace("http://testserver", "")).status_code == 200


def test_what_is_hidden_stays_hidden(site: Tree, client: Client) -> None:
    finnish, _swedish = rich_group()
    make_entry(title="Luonnos salaisuus", live=False)
    finnish.title = "Uusi luonnos salaisuus"
    finnish.save_revision()
    gone = make_organisation("Poistettu salaisuus")
    make_entry(title="Poistuva salaisuus", organisation=gone)
    gone.unpublish()
    for path in ANSWERS:
        answer = client.get(f"/api/directory/{path}").content.decode()
        for secret in ("salaisuus", "Salla Salainen", "Sisäinen Henkilö", "responsible"):
            assert secret not in answer, path


def test_places_say_what_is_there(site: Tree, ask: Asking) -> None:
    finnish, _swedish = rich_group()
    places = {place["title"]: place for place in ask("places", lang="fi")["items"]}
    assert list(places) == ["Tupa"]
    assert len(places["Tupa"]["entries"]) == 2
    assert str(finnish.translation_key) in places["Tupa"]["entries"]
    assert ask("places", kind="peer_group")["items"][0]["entries"] == [str(finnish.translation_key)]


def test_codes_have_their_words(site: Tree, ask: Asking) -> None:
    Area.objects.create(code="north", label={"fi": "Pohjoinen", "sv": "Norra"})
    Municipality.objects.filter(code="598").update(area="north")
    codes = ask("codes")
    assert {"code": "sleep", "label": {"fi": "Uni", "sv": "Sömn"}, "description": {}} in codes[
        "theme"
    ]
    assert [row["area"] for row in codes["municipality"]] == [None, "north"]
    assert codes["kind"][0]["label"]["sv"] == "Tjänst"
    assert ask("codes", lang="sv")["area"] == [{"code": "north", "label": "Norra"}]
