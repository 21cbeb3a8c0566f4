"""The same words become the same terms, in texts and in queries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import analyse, query_words, terms
from search.analysis.fold import fold


@given(st.text(max_size=60))
def test_any_text_can_be_analysed_and_terms_hold_no_space(text: str) -> None:
    for language in ("fi", "sv", "en", "xx"):
        assert all(token.term.isalnum() for token in analyse(text, language))
    query_words(text)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Äitiysneuvolassa", "aitiysneuvola", "fi"),
        ("perheiden", "perheet", "fi"),
        ("Föräldrar", "foraldrarna", "sv"),
        ("MLL:n", "mll", "fi"),
        ("café", "CAFE", "sv"),
        ("smørrebrød", "smorrebrod", "sv"),
    ],
)
def test_forms_of_a_word_meet(one: str, other: str, language: str) -> None:
    assert terms(one, language) == terms(other, language)


def test_positions_are_the_words_whatever_the_language() -> None:
    assert [token.position for token in analyse("uni ja lepo", "fi")] == [0, 2]
    assert [token.position for token in analyse("uni ja lepo", "sv")] == [0, 1, 2]


def test_a_word_of_a_query_is_read_in_every_language() -> None:
    (word,) = query_words("familjerna")
    assert {alternative.term for alternative in word.alternatives} == {
        terms("familjerna", "fi"),
        terms("familjerna", "sv"),
    }


def test_stop_words_count_only_where_nothing_else_is_there() -> None:
    assert len(query_words("uni och lepo")) == 2
    assert len(query_words("och")) == 1
    assert query_words("...") == []


def test_of_a_long_query_the_first_words_count() -> None:
    words = query_words(" ".join(f"w{number}" for number in range(30)))
    assert [word.alternatives[0].term for word in words] == [f"w{number}" for number in range(20)]
    assert len(query_words("ﷺ" * 200)) == 20
