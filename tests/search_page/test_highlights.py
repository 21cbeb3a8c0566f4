"""What of an answer is marked, and what is said where nothing is."""

from pathlib import Path
from typing import Any

import pytest

from search.documents import Document, Texts
from search.highlight.matching import Asked
from search.highlight.reasons import reason
from search.question import AnyOf, Word
from tests.factories import make_entry, make_second_language
from tests.search_page.conftest import Asker


@pytest.fixture
def lexicon(settings: Any, tmp_path: Path) -> None:
    settings.SEARCH_LEXICON_FILE = tmp_path / "lexicon.tsv"
    settings.SEARCH_LEXICON_FILE.write_text("fi:suru\tsv:sorg\n", "utf-8")


def only(response: Any) -> Any:
    [answer] = response.context["answers"]
    return answer


def why(response: Any) -> tuple[str, str]:
    reason = only(response).reason
    return str(reason.text), reason.language


def test_an_inflected_word_is_marked_in_title_and_summary(ask: Asker) -> None:
    make_entry(title="Perheneuvola", summary="Soita perheneuvolaan tänään.")
    answer = only(ask("perheneuvolassa"))
    assert answer.title == "<mark>Perheneuvola</mark>"
    assert answer.summary == "Soita <mark>perheneuvolaan</mark> tänään."
    assert answer.reason is None


@pytest.mark.dictionaries
def test_a_compound_is_marked_by_its_part(ask: Asker) -> None:
    make_entry(title="Tiistain vauvakerho")
    assert "<mark>vauvakerho</mark>" in only(ask("kerho")).title


def test_a_word_of_the_other_language_is_marked_by_its_translation(
    ask: Asker, lexicon: None
) -> None:
    make_entry(title="Sorggrupp", summary="För dig som har sorg.", language="sv")
    assert "<mark>sorg</mark>" in only(ask("suru")).summary


def test_a_concepts_word_is_marked(ask: Asker) -> None:
    make_entry(title="Apua väkivaltaan")
    assert "<mark>väkivaltaan</mark>" in only(ask("mies lyö")).title


def test_marks_are_no_markup_of_the_text(ask: Asker) -> None:
    make_entry(title="<b>Kahvila</b> & <i>")
    body = ask("kahvila").content.decode()
    assert "&lt;b&gt;<mark>Kahvila</mark>&lt;/b&gt; &amp; &lt;i&gt;" in body


def test_what_the_other_language_says_is_shown(ask: Asker) -> None:
    entry = make_entry(title="Iltaryhmä", summary="Tavataan iltaisin.")
    make_second_language(entry, "Kvällsgrupp", "sv", summary="Vi dricker te och stickar.")
    assert why(ask("stickar")) == ("Vi dricker te och <mark>stickar</mark>.", "sv")


def test_what_the_text_says_is_shown_around_the_word(ask: Asker) -> None:
    easy = "Tule paikalle. " * 20 + "Meillä on zebrafinkkejä. " + "Tervetuloa kotiin. " * 20
    make_entry(title="Iltaryhmä", summary="Tavataan iltaisin.", easy_text=easy)
    text, language = why(ask("zebrafinkkejä"))
    assert language == "fi"
    assert "<mark>zebrafinkkejä</mark>" in text
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) < 260


def test_the_keyword_that_found_it_is_told(ask: Asker) -> None:
    make_entry(title="Iltaryhmä", summary="Tavataan.", keywords="neulonta, kahvittelu, lautapelit")
    assert why(ask("kahvittelu")) == ("<mark>kahvittelu</mark>", "fi")


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "concept"), [("Apua väkivaltaan", True), ("Kahvila", False)])
def test_a_concept_is_told_where_the_entry_speaks_of_it(text: str, concept: bool) -> None:
    words = [Word(word, 0.5, AnyOf(())) for word in ("mies", "lyö")]
    found = reason(Document({"fi": Texts(text)}), "fi", Asked(words), "fi")
    assert bool(found) is concept


def test_without_words_nothing_is_marked(ask: Asker) -> None:
    make_entry(title="Kahvila")
    answer = only(ask("", kind="service"))
    assert (answer.title, answer.reason) == ("Kahvila", None)
