"""What questions speak of, with a few concepts of our own."""

import pytest

from search.thesaurus.concept import Concept
from search.thesaurus.matching import Thesaurus
from search.thesaurus.shipped import shipped_concepts

CONCEPTS = [
    Concept(
        "sleep",
        terms={"fi": ("vauvan uni",), "sv": ("babyns sömn",)},
        everyday={"fi": ("vauva valvottaa",), "sv": ("babyn sover inte",)},
    ),
    Concept(
        "dying",
        terms={"fi": ("itsetuhoisuus",), "sv": ("självdestruktivitet",)},
        everyday={"fi": ("haluan kuolla",), "sv": ("vill inte leva", "vill inte leva en dag till")},
        urgent=True,
    ),
    Concept("grief", terms={"fi": ("suru",), "sv": ("sorg",)}, everyday={"fi": ("serkku kuoli",)}),
    Concept("adhd", terms={"fi": ("ADHD",), "sv": ("ADHD",)}, everyday={"sv": ("leva med adhd",)}),
    Concept("maternity", terms={"fi": ("neuvola",), "sv": ("neuvola",)}),
    Concept("wish", terms={"fi": ("toive",)}, everyday={"fi": ("haluan vauvan",)}),
]


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus([*CONCEPTS, *_others()])


def _others() -> list[Concept]:
    """So many other concepts that rare words can be told from common ones."""
    return [one for one in shipped_concepts() if one.code.startswith(("money", "housing", "bene"))]


def urgent(thesaurus: Thesaurus, text: str, *languages: str) -> list[str]:
    return [concept.code for concept in thesaurus.urgent(text.split(), languages)]


def found(thesaurus: Thesaurus, text: str, *languages: str) -> list[str]:
    several = thesaurus.find(text.split(), languages)
    return [one.concept.code for one in sorted(several, key=lambda one: -one.weight)]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("haluan kuolla", ("fi", "sv")),
        ("jag vill inte leva längre", ("sv", "fi")),
        ("vill inte leva", ("fi", "sv")),
    ],
)
def test_whoever_says_the_whole_wording_of_danger_is_heard(
    thesaurus: Thesaurus, text: str, languages: tuple[str, str]
) -> None:
    assert urgent(thesaurus, text, *languages) == ["dying"]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("serkku kuoli", ("fi", "sv")),
        ("hur leva med adhd", ("sv", "fi")),
        ("haluan vauvan", ("fi", "sv")),
        ("vauva valvottaa", ("fi", "sv")),
        ("vill leva en dag till", ("sv", "fi")),
    ],
)
def test_half_a_wording_is_no_alarm(
    thesaurus: Thesaurus, text: str, languages: tuple[str, str]
) -> None:
    assert urgent(thesaurus, text, *languages) == []


def test_inflected_words_in_any_order_mean_the_concept(thesaurus: Thesaurus) -> None:
    assert found(thesaurus, "valvottaako vauvamme", "fi", "sv")[0] == "sleep"
    assert found(thesaurus, "sover babyn", "sv", "fi")[0] == "sleep"


def test_words_of_grammar_mean_nothing(thesaurus: Thesaurus) -> None:
    assert found(thesaurus, "jag inte och med", "sv", "fi") == []


def test_a_finnish_word_in_a_swedish_wording_is_found_by_its_finnish_forms(
    thesaurus: Thesaurus,
) -> None:
    assert found(thesaurus, "neuvolassa", "fi", "sv") == ["maternity"]


def test_positions_count_all_words_of_the_question(thesaurus: Thesaurus) -> None:
    words = ["miksi", "meidän", "vauva", "aina", "valvottaa"]
    [sleep] = [one for one in thesaurus.find(words, ["fi", "sv"]) if one.concept.code == "sleep"]
    assert sleep.positions == {2, 4}


def test_a_thesaurus_of_one_concept_finds_it() -> None:
    alone = Thesaurus([Concept("family", {"fi": ("perhe",)})])
    assert [found.concept.code for found in alone.find(["perhe"], ["fi"])] == ["family"]
