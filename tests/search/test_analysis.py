"""The same words become the same terms, in texts and in questions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis import analyse
from search.analysis.colloquial import FILE, standard_words
from search.analysis.fold import fold
from search.analysis.reading import is_word, read, spoken_in
from search.analysis.stop_words import is_stop_word
from search.analysis.words import split_words


@settings(deadline=None)  # the first text loads the dictionaries
@given(st.text(max_size=60))
def test_any_text_can_be_analysed_and_terms_hold_no_space(text: str) -> None:
    for language in ("fi", "sv", "en", "xx"):
        found = analyse(text, language)
        assert not any(" " in term for term in found.wholes | found.heads | found.parts)
        assert not found.wholes & (found.heads | found.parts)
        assert not found.heads & found.parts


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("MLL:n", "mll", "fi"),
        ("s2:ssa", "S2", "fi"),
        ("FRK:s", "frk", "sv"),
        ("smørrebrød", "smorrebrod", "sv"),
    ],
)
def test_abbreviations_and_foreign_letters_meet(one: str, other: str, language: str) -> None:
    (first,), (second,) = split_words(one), split_words(other)
    assert set(read(first, language).wholes) & set(read(second, language).wholes)


def test_a_written_word_is_a_term_in_whatever_language() -> None:
    assert "=cafe" in analyse("Café", "sv").wholes & analyse("CAFE", "en").wholes


def test_words_of_grammar_and_of_asking_say_nothing() -> None:
    assert analyse("uni ja lepo", "fi").wholes == analyse("uni lepo", "fi").wholes
    assert is_stop_word("haluan", ["fi", "sv"])
    assert is_stop_word("och", ["fi", "sv"])  # short, so it's the other language's
    assert not is_stop_word("haluan", ["sv", "fi"])


@pytest.mark.dictionaries
@pytest.mark.parametrize(
    ("form", "base"),
    [("äitiysneuvolassa", "äitiysneuvola"), ("lasten", "lapsi"), ("öitä", "yö"), ("unta", "uni")],
)
def test_finnish_forms_are_read_as_their_base_form(form: str, base: str) -> None:
    assert f"fi:{base}" in read(form, "fi").wholes


@pytest.mark.dictionaries
@pytest.mark.parametrize(
    ("compound", "split"),
    [
        ("perhekahvila", ("fi:perhe", "fi:kahvila")),
        ("iltapäiväkerho", ("fi:iltapäivä", "fi:kerho")),
        ("isovanhempiryhmä", ("fi:isovanhempi", "fi:ryhmä")),  # which Voikko doesn't know
        ("lapsettomuushoito", ("fi:lapsettomuus", "fi:hoito")),  # which is no care of children
        ("skolkurator", ("sv:skol", "sv:kurat")),
        ("familjecafé", ("sv:familj", "sv:café")),
        ("ungdomsmottagningen", ("sv:ungdom", "sv:mottagning")),
        ("kvinnojouren", ("sv:kvinn", "sv:jour")),
    ],
)
def test_compounds_are_taken_apart(compound: str, split: tuple[str, ...]) -> None:
    assert split in read(compound, split[0][:2]).splits


@pytest.mark.dictionaries
def test_swedish_that_is_typed_without_dots_is_taken_apart_too() -> None:
    assert read("foraldragrupp", "sv").parts == read("föräldragrupp", "sv").parts != ()


@pytest.mark.dictionaries
def test_dots_that_were_typed_are_meant() -> None:
    assert read("halsovard", "sv").wholes == read("hälsovård", "sv").wholes
    assert not set(read("babysång", "sv").wholes) & set(read("babysäng", "sv").wholes)


@pytest.mark.dictionaries
def test_the_last_part_is_what_a_compound_is() -> None:
    found = analyse("Perhekahvila", "fi")
    assert "fi:kahvila" in found.heads
    assert "fi:perhe" in found.parts


@pytest.mark.dictionaries
@pytest.mark.parametrize(
    ("said", "language", "standard"),
    [("brorsan", "sv", "bror"), ("mutsilta", "fi", "äiti"), ("perhe", "fi", None)],
)
def test_what_people_say_has_a_standard_word(
    said: str, language: str, standard: str | None
) -> None:
    assert standard_words(said, language) == ((standard,) if standard else ())


def test_colloquial_words_are_listed_once_and_lead_nowhere_else() -> None:
    rows = [tuple(line.split("\t")) for line in FILE.read_text(encoding="utf-8").splitlines()]
    said = {(language, word) for language, word, _standard in rows}
    assert rows == sorted(set(rows))
    assert not [row for row in rows if (row[0], row[2]) in said]


@pytest.mark.dictionaries
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("familjerna", "familj"),
        ("flickorna", "flicka"),
        ("pojkarna", "pojke"),
        ("mormödrarna", "mormor"),
        ("män", "man"),
    ],
)
def test_swedish_forms_meet(one: str, other: str) -> None:
    assert set(read(one, "sv").wholes) & set(read(other, "sv").wholes)


@pytest.mark.dictionaries
def test_words_of_one_family_share_a_root() -> None:
    service, adviser = read("rådgivning", "sv"), read("rådgivare", "sv")
    assert {*service.wholes, *service.roots} & {*adviser.wholes, *adviser.roots}
    assert not read("uni", "fi").roots


@pytest.mark.dictionaries
def test_a_word_is_read_in_the_readers_language_where_it_has_it() -> None:
    assert list(spoken_in("kahvila", ["fi", "sv"])) == ["fi"]
    assert list(spoken_in("familj", ["fi", "sv"])) == ["fi", "sv"]
    assert not is_word("familj", "fi")
