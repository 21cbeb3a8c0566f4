"""Lists, entries and the week, as pages and as fragments."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.embed import answers
from tests.embed.directory_server import Standin


def text_of(client: FlaskClient, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.text
    return response.text


def serve_entry(directory: Standin, **changed: Any) -> None:
    directory.contents["entries"] = lambda lang: answers.page([answers.entry(lang, **changed)])
    directory.contents[f"entries/{answers.CAFE}"] = lambda lang: answers.entry(lang, **changed)


@pytest.mark.parametrize(
    ("lang", "title", "kind", "call"),
    [
        ("fi", "Perhekahvila", "Kohtaamispaikka", "Soita 06 555 0101"),
        ("sv", "Familjecafé", "Mötesplats", "Ring 06 555 0101"),
    ],
)
def test_a_list_shows_entries_in_its_language(
    client: FlaskClient, lang: str, title: str, kind: str, call: str
) -> None:
    text = text_of(client, f"/{lang}/entries?municipality=598")
    assert f'<html lang="{lang}">' in text
    assert all(words in text for words in (title, kind, call, 'href="tel:+35865550101"'))


def test_the_directory_is_asked_what_the_address_asks(
    client: FlaskClient, directory: Standin
) -> None:
    text_of(
        client, "/fi/entries?municipality=598&theme=sleep&q=+uni++yö&free=1&evil=1&open_now=yes"
    )
    [params] = [params for path, params in directory.asked if path == "entries"]
    assert params == {
        "municipality": "598",
        "theme": "sleep",
        "free": "1",
        "q": "uni yö",
        "limit": "20",
        "lang": "fi",
    }


def test_searching_and_paging_keep_the_other_parameters(
    client: FlaskClient, directory: Standin
) -> None:
    directory.contents["entries"] = lambda lang: answers.page(
        [answers.entry(lang)], total=21, next="https://x.example/api/directory/entries?cursor=abc"
    )
    text = text_of(client, "/fi/entries?municipality=598&accent=aa0000&q=uni")
    assert '<input type="hidden" name="municipality" value="598">' in text
    assert '<input type="hidden" name="accent" value="aa0000">' in text
    assert "/fi/entries?municipality=598&amp;q=uni&amp;accent=aa0000&amp;cursor=abc" in text
    assert f"/fi/entries/{answers.CAFE}?from=entries&amp;municipality=598" in text
    assert "Tuloksia: 21" in text


def test_what_is_in_another_language_is_marked(client: FlaskClient, directory: Standin) -> None:
    serve_entry(directory, content_language="sv")
    for address in ("/fi/entries", f"/fi/entries/{answers.CAFE}"):
        text = text_of(client, address)
        assert "Vain ruotsiksi" in text
        assert 'lang="sv"' in text


def test_an_empty_list_says_so_and_leads_on(client: FlaskClient, directory: Standin) -> None:
    directory.contents["entries"] = lambda _lang: answers.page([])
    text = text_of(client, "/sv/entries?q=xyzzy&municipality=598")
    assert "Ingenting hittades" in text
    assert f'href="{answers.SITE}/sv/sok/?municipality=598&amp;q=xyzzy" target="_top"' in text
    assert '<a href="/sv/entries?municipality=598">Visa hela listan</a>' in text


@pytest.mark.parametrize(
    "asked", ["municipality=999", "theme=nonsense", "kind=cat&municipality=598"]
)
def test_a_list_of_an_unknown_code_is_no_list(
    client: FlaskClient, directory: Standin, asked: str
) -> None:
    assert "Sivua ei ole" in text_of(client, f"/fi/entries?{asked}", 404)
    assert "entries" not in directory.paths()


def test_an_entry_is_shown_with_ways_to_reach_it(client: FlaskClient, directory: Standin) -> None:
    chat = answers.phone(
        kind="chat", href="https://chat.example/", display_value="", label="Nuorten chat"
    )
    closed = {"is_open": False, "always": False, "changes_at": "2026-11-24T12:00:00+02:00"}
    serve_entry(
        directory,
        channels=[answers.phone(state=closed), chat],
        cost_text="Kahvi 1 €",
        meetings=[answers.meeting(), answers.meeting(25, cancelled=True, reason="Sairaana")],
    )
    text = text_of(
        client, f"/fi/entries/{answers.CAFE}?from=entries&municipality=598&accent=aa0000"
    )
    assert "avautuu klo 12" in text
    assert '<a href="https://chat.example/" target="_top" rel="noopener">Nuorten chat</a>' in text
    assert "Seurakuntatalo<br>" in text
    assert "Kahvi 1 €" in text
    assert "tänään klo 12–14" in text
    assert re.search(
        r"<del>huomenna klo 12</del>\s*<span[^>]*>Peruttu</span>\s*<span[^>]*>Sairaana", text
    )
    assert f'<a href="{answers.SITE}/fi/e/{answers.CAFE}/" target="_top">' in text
    assert '<a href="/fi/entries?municipality=598&amp;accent=aa0000">← Takaisin listaan</a>' in text


def test_rich_text_is_cleaned_and_its_links_leave_the_frame(
    client: FlaskClient, directory: Standin
) -> None:
    serve_entry(
        directory,
        body_html='<h2>Hei</h2><script>alert(1)</script><p id="x"><a href="/fi/x/">Lue</a></p>',
    )
    text = text_of(client, f"/fi/entries/{answers.CAFE}")
    assert "alert" not in text
    assert 'id="x"' not in text
    assert "<h2>Hei</h2>" in text
    assert re.search(rf'<a href="{answers.SITE}/fi/x/"[^>]*target="_top"[^>]*>Lue</a>', text)


def test_an_entry_that_is_not_there_leads_on(client: FlaskClient) -> None:
    text = text_of(client, f"/sv/entries/{answers.PARISH}", 404)
    assert "Sidan finns inte" in text
    assert f"{answers.SITE}/sv/sok/" in text


def test_the_week_stands_by_days_with_cancelled_meetings_marked(
    client: FlaskClient, directory: Standin
) -> None:
    directory.contents["meetings"] = lambda lang: answers.page(
        [
            answers.meeting_of_entry(lang, title="Eilinen", **answers.meeting(23)),
            answers.meeting_of_entry(lang, **answers.meeting(24)),
            answers.meeting_of_entry(lang, **answers.meeting(25, cancelled=True)),
            answers.meeting_of_entry(lang, **answers.meeting(26, moved=True)),
        ]
    )
    text = text_of(client, "/fi/this-week?municipality=598")
    assert "Tapaamiset tällä viikolla: Pietarsaari" in text
    days = re.findall(r'<h2 class="day">(.*?)</h2>', text)
    assert days == [
        "Tänään, tiistai 24. marraskuuta",
        "Huomenna, keskiviikko 25. marraskuuta",
        "Torstai 26. marraskuuta",
    ]
    assert "Eilinen" not in text
    assert text.count("Peruttu") == 1
    assert text.count("Uusi aika") == 1
    assert "Seurakuntatalo, Pietarsaari" in text
    [params] = [params for path, params in directory.asked if path == "meetings"]
    assert (params["since"], params["until"]) == ("2026-11-24", "2026-11-30")


def test_a_week_without_meetings_says_so(client: FlaskClient, directory: Standin) -> None:
    directory.contents["meetings"] = lambda _lang: answers.page([])
    assert "Inga fler träffar" in text_of(client, "/sv/this-week")


@pytest.mark.parametrize("path", ["entries", "this-week", f"entries/{answers.CAFE}"])
def test_a_fragment_is_plain_html_whose_links_lead_to_the_family_centre(
    client: FlaskClient, path: str
) -> None:
    response = client.get(f"/sv/fragment/{path}?municipality=598")
    text = response.text.strip()
    assert text.startswith('<section class="familycentre" lang="sv">')
    assert text.endswith("</section>")
    assert not re.search(r"<(html|head|body|script|link|form|h1)\b", text)
    links = re.findall(r'href="([^"]*)"', text)
    assert links
    assert all(link.startswith((answers.SITE, "tel:")) for link in links)
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_what_has_changed_since_the_answer_is_not_called_open(
    client: FlaskClient, directory: Standin
) -> None:
    state = {"is_open": True, "always": False, "changes_at": "2026-11-24T15:30:00+02:00"}
    serve_entry(directory, state=state)
    assert "auki nyt, klo 15.30 asti" in text_of(client, "/fi/entries")
    state = {**state, "changes_at": "2026-11-24T09:30:00+02:00"}
    serve_entry(directory, state=state)
    assert "auki nyt" not in text_of(client, f"/fi/entries/{answers.CAFE}")
