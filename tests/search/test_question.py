"""What a question means, with a few concepts and texts of the tests' own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from search.engines.embedded import EmbeddedEngine
from search.question import AnyOf, Node, Option, Term, Word, read_question
from search.thesaurus.concept import Concept
from search.thesaurus.matching import Thesaurus
from tests.search.rows import put

Ask = Callable[..., tuple[Word, ...]]

pytestmark = [pytest.mark.django_db, pytest.mark.dictionaries]
GRIEF = Concept(
    "grief",
    terms={"fi": ("suru",), "sv": ("sorg",)},
    everyday={"fi": ("äiti kuoli",)},
    broader=("crisis",),
)
CRISIS = Concept("crisis", terms={"fi": ("kriisiapu",)})
HOUSING = Concept("housing", terms={"fi": ("asunto",)}, everyday={"fi": ("äiti etsii kämppää",)})
THESAURUS = Thesaurus([GRIEF, CRISIS, HOUSING])


@pytest.fixture
def ask(embedded: EmbeddedEngine, settings: Any, tmp_path: Path) -> Ask:
    """Read a question by what is written so far."""
    settings.SEARCH_LEXICON_FILE = tmp_path / "none.tsv"

    def read(text: str, language: str = "fi", thesaurus: Thesaurus = THESAURUS) -> Any:
        embedded.prepare()
        return read_question(text, language, embedded.vocabulary, thesaurus)

    return read


def weights(node: Node, weight: float = 1.0) -> dict[str, float]:
    """Return every term of a meaning with the most that it may count."""
    if isinstance(node, Term):
        return {node.text: weight}
    options = (
        node.options if isinstance(node, AnyOf) else [Option(1.0, each) for each in node.nodes]
    )
    found: dict[str, float] = {}
    for own, each in options:
        for term, value in weights(each, weight * own).items():
            found[term] = max(value, found.get(term, 0.0))
    return found


def test_shares_of_words_come_to_one_and_rare_words_have_more(ask: Ask) -> None:
    for number in range(9):
        put(f"Ryhmä {number}")
    put("Ryhmä ja sukellus")
    common, rare = ask("ryhmä sukellus", thesaurus=Thesaurus([]))
    assert common.weight + rare.weight == pytest.approx(1)
    assert rare.weight > common.weight


def test_a_word_of_a_concept_brings_its_other_words(ask: Ask) -> None:
    (word,) = ask("suru")
    found = weights(word.meaning)
    assert found["fi:suru"] == 1
    assert found["sv:sorg"] > found["fi:kriisiapu"] > 0  # the broader concept counts less
    assert "fi:asunto" not in found


def test_an_everyday_wording_speaks_of_its_concept_in_any_form(ask: Ask) -> None:
    _mother, died = ask("äitini kuoli")
    assert "fi:suru" in weights(died.meaning)
    (mother,) = ask("äiti")
    assert "fi:suru" not in weights(mother.meaning)


def test_places_are_known_from_the_entries(ask: Ask) -> None:
    put("Tupa", places={"fi": ["Pietarsaari"]})
    assert [word.is_place for word in ask("tupa pietarsaaressa")] == [False, True]


def test_only_strange_words_are_corrected(ask: Ask) -> None:
    put("Perheneuvola")
    (misspelt,) = ask("perhenevola")
    (right,) = ask("neuvola")
    assert 0 < weights(misspelt.meaning)["=perheneuvola"] < 1
    assert "=perheneuvola" not in weights(right.meaning)


def test_of_a_long_question_the_first_words_count(ask: Ask) -> None:
    words = ask(" ".join(f"w{number}" for number in range(30)))
    assert [word.text for word in words] == [f"w{number}" for number in range(20)]
    assert ask("...") == ()


def test_a_compound_is_answered_by_the_same_parts_of_the_other_language(
    ask: Ask, settings: Any, tmp_path: Path
) -> None:
    settings.SEARCH_LEXICON_FILE = tmp_path / "lexicon.tsv"
    settings.SEARCH_LEXICON_FILE.write_text("fi:lapsi\tsv:barn\nfi:kuoro\tsv:kör\n")
    put("Barnkören", language="sv")
    (word,) = ask("lapsikuoro", "fi")
    assert weights(word.meaning)["sv:barn+kör"] > 1  # it stands in the index as a part does


def test_a_word_that_no_text_has_is_found_at_the_end_of_compounds(ask: Ask) -> None:
    put("Skeittihalli")
    put("Hallitus")
    (word,) = ask("halli")
    found = weights(word.meaning)
    assert "=skeittihalli" in found
    assert "=hallitus" not in found


def test_two_words_written_as_one_are_found_apart(ask: Ask) -> None:
    put("Etsivä nuorisotyö")
    for text in ("etsivanuorisotyo", "etsivanuorisotyyo"):
        (word,) = ask(text)
        assert {"=etsiva", "=nuorisotyo"} <= weights(word.meaning).keys()


def test_what_people_say_is_answered_by_what_texts_say(ask: Ask) -> None:
    put("Bror till barn med adhd", language="sv")
    (word,) = ask("brorsan", "sv")
    assert 0 < weights(word.meaning)["sv:bror"] < 1
