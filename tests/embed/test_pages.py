"""The composer, the demo page, drafts, headers, and what a page weighs."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from tests.embed import answers
from tests.embed.directory_server import Standin

PAGES = ["/fi/entries", "/sv/this-week", f"/sv/entries/{answers.CAFE}", "/fi/compose", "/demo/sv"]
WEIGHT = 30_000  # bytes


@pytest.mark.parametrize(
    ("language", "lang"), [("sv-FI,fi;q=0.5", "sv"), ("fi", "fi"), ("ja", "fi")]
)
def test_the_first_page_leads_on_in_the_visitors_language(
    client: FlaskClient, language: str, lang: str
) -> None:
    response = client.get("/", headers={"Accept-Language": language})
    assert response.headers["Location"] == f"/{lang}/compose"


def test_the_composer_gives_the_code_of_what_was_chosen(client: FlaskClient) -> None:
    text = client.get(
        "/fi/compose",
        query_string={
            "show": "this-week",
            "municipality": "598",
            "organisation": "",
            "theme": "",
            "language": "sv",
            "accent": "#aa0000",
            "background": "#ffffff",
            "text": "#20302d",
            "font": "serif",
        },
    ).text
    code = re.search(r"<textarea[^>]*>(.*?)</textarea>", text, re.DOTALL)
    assert code
    assert unescape(code[1]) == (
        '<iframe src="https://embed.example/sv/this-week'
        '?municipality=598&amp;accent=aa0000&amp;font=serif"'
        ' title="Veckans träffar" class="familycentre" loading="lazy"'
        ' width="100%" height="800"></iframe>\n'
        '<script src="https://embed.example/embed.js" async></script>'
    )
    assert '<iframe src="/sv/this-week?municipality=598&amp;accent=aa0000' in text
    assert '<option value="598" selected>Pietarsaari</option>' in text
    assert f'<option value="{answers.PARISH}">Pietarsaaren seurakunta</option>' in text


def test_the_composer_reads_all_organisations(client: FlaskClient, directory: Standin) -> None:
    directory.contents["organisations"] = lambda lang: answers.page(
        [answers.organisation(lang)],
        next=None if directory.asked[-1][1].get("cursor") else "/organisations?cursor=2",
    )
    text = client.get("/fi/compose").text
    assert text.count(f'<option value="{answers.PARISH}">') == 2


def test_the_composer_works_while_the_directory_is_away(
    client: FlaskClient, directory: Standin
) -> None:
    directory.status = 503
    response = client.get("/sv/compose")
    assert response.status_code == 200
    assert "Familjecentret kan inte nås just nu" in response.text
    assert "<textarea" in response.text


def test_the_demo_page_embeds_by_the_composers_code(client: FlaskClient) -> None:
    text = client.get("/demo/sv").text
    assert "Kommunen Exempelby finns inte." in text
    frames = re.findall(r'<iframe src="([^"]*)"', text)
    assert [frame.split("&")[0] for frame in frames] == [
        "/sv/entries?municipality=598",
        "/sv/this-week?municipality=598",
    ]
    for frame in frames:
        assert client.get(unescape(frame)).status_code == 200
    assert '<script src="/embed.js" async></script>' in text


def test_a_draft_is_shown_as_one_and_kept_nowhere(client: FlaskClient, directory: Standin) -> None:
    directory.contents["preview/abc:1-2_3"] = lambda lang: answers.entry(
        lang, title="Luonnoskahvila"
    )
    for _ in range(2):
        response = client.get("/preview/abc:1-2_3?lang=fi")
        assert response.status_code == 200
        assert "Luonnos, jota ei ole julkaistu" in response.text
        assert response.text.count("Luonnoskahvila") > 2
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["X-Robots-Tag"] == "noindex"
    assert directory.paths().count("preview/abc:1-2_3") == 2


@pytest.mark.parametrize(
    ("status", "words"), [(410, "Länken har gått ut"), (404, "Sidan finns inte")]
)
def test_a_draft_that_cannot_be_seen_says_why(
    client: FlaskClient, directory: Standin, status: int, words: str
) -> None:
    directory.statuses["preview/abc"] = status
    response = client.get("/preview/abc?lang=sv")
    assert response.status_code == status
    assert words in response.text


@pytest.mark.parametrize("path", [*PAGES, "/fi/nowhere", "/health", "/embed.js", "/theme.css"])
def test_only_listed_sites_may_frame_it_and_it_brings_nothing_from_elsewhere(
    client: FlaskClient, path: str
) -> None:
    headers = client.get(path).headers
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy["frame-ancestors"] == f"'self' {answers.SITE} https://www.esimerkki.fi"
    assert policy["default-src"] == "'none'"
    assert {value for name, value in policy.items() if name.endswith("-src")} == {
        "'none'",
        "'self'",
    }
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Permissions-Policy"]
    assert headers["Referrer-Policy"]
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_no_inline_scripts_styles_or_foreign_parts(
    client: FlaskClient, path: str
) -> None:
    text = client.get(path).text
    assert not re.search(r"<style|<script(?![^>]*\bsrc=)| style=| on[a-z]+=", text)
    assert all(url.startswith("/") for url in re.findall(r'\bsrc="([^"]*)"', text))


def test_a_browser_that_has_the_page_gets_no_second_one(client: FlaskClient) -> None:
    first = client.get("/fi/entries")
    again = client.get("/fi/entries", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.text == ""


def test_a_typical_page_weighs_little(client: FlaskClient, directory: Standin) -> None:
    summary = (
        "Matalan kynnyksen paikka, jossa lapset leikkivät ja aikuiset saavat juttuseuraa. " * 2
    )
    items = [
        answers.entry("fi", title=f"Perhekahvila Sateenkaari {number}", summary=summary.strip())
        for number in range(20)
    ]
    directory.contents["entries"] = lambda _lang: answers.page(items, total=57, next="/?cursor=abc")
    page = client.get("/fi/entries?municipality=598&accent=8a1c4a&background=fffdf7&font=serif")
    parts = re.findall(r'(?:src|href)="((?:/static|/theme)[^"]*)"', page.text)
    assert len(parts) == 4
    weight = len(page.data) + sum(len(client.get(unescape(part)).data) for part in parts)
    assert weight < WEIGHT


def test_a_fault_of_ours_has_a_page_too(client: FlaskClient, directory: Standin) -> None:
    directory.contents["entries"] = lambda _lang: answers.page([{}])
    response = client.get("/sv/entries")
    assert response.status_code == 500
    assert "Felet är vårt" in response.text


def test_health_asks_nobody(client: FlaskClient, directory: Standin) -> None:
    assert client.get("/health").text == "ok"
    assert directory.asked == []


def test_the_directory_is_asked_as_a_proxy_would(client: FlaskClient, directory: Standin) -> None:
    client.get("/fi/entries")
    assert directory.headers[0]["Host"] == "familycentre.example"
    assert directory.headers[0]["X-Forwarded-Proto"] == "https"
