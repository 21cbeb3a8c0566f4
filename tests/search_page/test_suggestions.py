"""What is offered to somebody who is typing."""

from typing import Any

import pytest

from search.suggesting import suggestions
from tests.factories import Tree, make_entry, make_organisation, make_second_language
from tests.search_page.conftest import Asker


def offered(language: str, text: str) -> list[tuple[str, str, str]]:
    return [(one.type, one.text, one.language) for one in suggestions(text, language, 4)]


def test_each_type_by_how_a_word_begins(site: Tree) -> None:
    entry = make_entry(title="Avoin perhekahvila", organisation=make_organisation("Perheet ry"))
    found = suggestions("perhe", "fi", 4)
    assert [one.type for one in found] == ["concept", "entry", "organisation"]
    assert (found[0].text, found[0].code) == ("perhekahvila", found[0].code)
    assert (found[1].text, found[1].key) == ("Avoin perhekahvila", entry.translation_key)
    assert found[2].text == "Perheet ry"


@pytest.mark.parametrize("text", ["larsm", "LARSM", " larsm"])
def test_a_place_by_either_name(site: Tree, text: str) -> None:
    [place] = suggestions(text, "fi", 4)
    assert (place.type, place.text, place.language, place.code) == (
        "municipality",
        "Larsmo",
        "sv",
        "440",
    )


def test_an_entry_by_the_title_that_was_typed(site: Tree) -> None:
    make_second_language(make_entry(title="Perheneuvola"), "Familjerådgivningen i Vasa", "sv")
    assert ("entry", "Familjerådgivningen i Vasa", "sv") in offered("fi", "familjerad")
    assert ("entry", "Perheneuvola", "fi") in offered("sv", "perhen")


def test_dots_may_be_missing(site: Tree) -> None:
    make_entry(title="Äitiryhmä")
    assert ("entry", "Äitiryhmä", "fi") in offered("fi", "aitir")


@pytest.mark.dictionaries
@pytest.mark.parametrize(
    ("title", "language", "text"),
    [
        ("Apua… koulukuraattori", "fi", "kuraat"),
        ("Skuldrådgivningen i Vasa", "sv", "rådgivn"),
    ],
)
def test_the_last_part_of_a_compound_comes_after_whole_words(
    site: Tree, title: str, language: str, text: str
) -> None:
    make_entry(title=title, language=language)
    make_entry(title=f"Zumba {text}", language=language)
    entries = [title for kind, title, _language in offered(language, text) if kind == "entry"]
    assert entries == [f"Zumba {text}", title]


def test_concepts_that_no_entry_speaks_of_are_left_out(site: Tree) -> None:
    make_entry(title="Perhekahvila")
    assert offered("fi", "unikou") == []
    make_entry(title="Unikoulu")
    assert ("concept", "unikoulu", "fi") in offered("fi", "unikou")


def test_unpublished_help_is_not_offered(site: Tree) -> None:
    entry = make_entry(title="Zumba", organisation=make_organisation("Zumbaajat ry"))
    entry.unpublish()
    entry.get_parent().unpublish()
    assert offered("fi", "zumb") == []


def test_a_renamed_organisation_is_offered_by_its_new_name(site: Tree) -> None:
    organisation = make_organisation("Vanha nimi")
    assert ("organisation", "Vanha nimi", "fi") in offered("fi", "vanha n")
    organisation.title = "Aivan uusi"
    organisation.save_revision().publish()
    assert ("organisation", "Aivan uusi", "fi") in offered("fi", "aivan")
    assert offered("fi", "vanha n") == []


def test_options_lead_to_pages_or_are_searched_for(typed: Asker) -> None:
    entry = make_entry(title="Pietarsaaren kahvila", organisation=make_organisation("Pieta ry"))
    groups = typed("pieta")["groups"]
    addresses = {option["text"]: option["url"] for group in groups for option in group["options"]}
    assert addresses["Pietarsaaren kahvila"] == f"/fi/e/{entry.translation_key}/"
    assert addresses["Pietarsaari"].endswith("?municipality=598")
    assert addresses["Pieta ry"].endswith("/pieta-ry/")


def test_the_number_of_options_is_announced(typed: Asker) -> None:
    make_entry(title="Zumba")
    assert typed("zumb")["announcement"].startswith("1 ")
    assert typed("qqqq")["groups"] == []
    assert typed("qqqq")["announcement"]


@pytest.mark.parametrize("text", ["", " ", "%00", "'\"<b>", "a" * 5000, "*", "ﷺ" * 200])
def test_nonsense_has_no_suggestions(typed: Asker, text: str) -> None:
    make_entry()
    assert typed(text)["groups"] == []


@pytest.mark.parametrize(
    ("text", "urgent"), [("mies lyö", True), ("itsemurha", True), ("perhekahvila", False)]
)
def test_danger_is_told_with_suggestions_or_without(typed: Asker, text: str, urgent: bool) -> None:
    assert typed(text)["urgent"] is urgent


def test_a_word_that_may_become_an_urgent_one(typed: Asker) -> None:
    make_entry(title="Itsemurhien ehkäisy", keywords="itsemurha, itsemurha-ajatukset")
    assert typed("itsemur")["urgent"] is True


def test_machines_may_only_read(client: Any, site: Tree) -> None:
    assert client.post("/fi/find-help/suggestions/").status_code in {404, 405}
