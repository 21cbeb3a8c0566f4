"""Texts and addresses of the catalogue, made fit for pages."""

import pytest

from intake.ptv import usable
from intake.ptv.languages import localized, named
from intake.ptv.texts import body, plain, rich, shorten
from services import phones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yksi\nkaksi\n\nkolme", "<p>Yksi<br/>kaksi</p><p>kolme</p>"),
        (
            "Lista:\n* yksi\n- kaksi\n• kolme",
            "<p>Lista:</p><ul><li>yksi</li><li>kaksi</li><li>kolme</li></ul>",
        ),
        ("3 < 4 & 5 > 2", "<p>3 &lt; 4 &amp; 5 &gt; 2</p>"),
        ("<P>Hei<BR>sinä</P>", "<p>Hei<br>sinä</p>"),
        ('<p style="color:red">Hei<img src=x onerror=alert(1)></p>', "<p>Hei</p>"),
        ('<a href="data:text/html,x">Avaa</a>', "Avaa"),
        ("", ""),
    ],
)
def test_rich_text(text: str, expected: str) -> None:
    assert rich(text) == expected


def test_plain_text_has_no_markup_and_no_lines() -> None:
    assert plain("<p>Yksi</p><p>kaksi <b>kolme</b>.</p>") == "Yksi kaksi kolme."
    assert plain(" a \n\n b ") == "a b"


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("Lyhyt", 10, "Lyhyt"),
        ("Tasan kymmenen", 14, "Tasan kymmenen"),
        ("Yksi kaksi kolme", 11, "Yksi kaksi…"),
        ("Yksi kaksi, kolme", 13, "Yksi kaksi…"),
        ("Y" * 30, 10, "Y" * 9 + "…"),
    ],
)
def test_texts_are_cut_between_words(text: str, length: int, expected: str) -> None:
    assert shorten(text, length) == expected
    assert len(shorten(text, length)) <= length


def test_a_body_leaves_empty_parts_out_and_keeps_its_ids() -> None:
    parts = [("description", "", "Hei"), ("costs", "Hinta", " "), ("deadline", "Milloin", "Heti")]
    blocks = body("owner", parts)
    assert [(block["type"], block["value"]) for block in blocks] == [
        ("text", "<p>Hei</p>"),
        ("heading", "Milloin"),
        ("text", "<p>Heti</p>"),
    ]
    assert blocks == body("owner", parts)
    assert len({block["id"] for block in blocks}) == 3


def test_facts_keep_the_sites_languages_and_one_where_it_has_none() -> None:
    assert localized({"en": "Street", "sv": "Gata"}) == {"sv": "Gata"}
    assert localized({"en": "Street"}) == {"en": "Street"}


def test_a_label_says_whose_it_is_once() -> None:
    assert named({"fi": "Koulu"}, {"fi": "Rehtori"}) == {"fi": "Koulu: Rehtori"}
    assert named({"fi": "Koulu"}, {"fi": "Koulun kanslia"}) == {"fi": "Koulun kanslia"}
    assert named({"fi": "Koulu", "sv": "Skola"}, {}) == {"fi": "Koulu", "sv": "Skola"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+358 65550101", ["+358 6 5550101"]),
        ("06 555 0101 tai 040 555 0102", ["+358 6 5550101", "+358 40 5550102"]),
        ("0295 000 100 (arkisin)", ["+358 295 000100"]),
        ("116 111", ["116 111"]),
        ("112", ["112"]),
    ],
)
def test_numbers_are_found_in_texts(text: str, numbers: list[str]) -> None:
    found = list(usable.numbers(text))
    assert [phones.link(number) for number in found] == [phones.link(number) for number in numbers]
    assert all(phones.is_callable(number) for number in found)


@pytest.mark.parametrize("read", [usable.numbers, usable.email, usable.url])
def test_what_is_nothing_of_the_kind_is_said(read: object) -> None:
    with pytest.raises(usable.UnusableError, match="kysy meiltä"):
        list(read("kysy meiltä"))  # type: ignore[operator]


def test_addresses_on_the_web_get_their_scheme_and_no_other() -> None:
    assert list(usable.url("www.example.org/a")) == ["https://www.example.org/a"]
    assert list(usable.url("http://example.org")) == ["http://example.org"]
    for text in ("javascript:alert(1)", "ftp://example.org", f"https://example.org/{'a' * 300}"):
        with pytest.raises(usable.UnusableError):
            list(usable.url(text))


def test_the_sample_of_a_persons_address_is_passed_over() -> None:
    assert list(usable.email("etunimi.sukunimi@example.org")) == []
    assert list(usable.email("mailto:tuki@example.org")) == ["tuki@example.org"]


def test_points_are_turned_into_degrees_within_finland_alone() -> None:
    # The railway station of Helsinki, by the National Land Survey's own conversion.
    point = usable.degrees(6_672_000, 385_800)
    assert point is not None
    assert point == pytest.approx((60.1700, 24.9425), abs=0.005)
    for north, east in ((0, 0), (61.6887, 27.2721), (None, 385_800), (385_800, 6_672_000)):
        assert usable.degrees(north, east) is None
