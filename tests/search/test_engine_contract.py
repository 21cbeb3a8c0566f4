"""What every engine does, whichever it is."""

import time
from pathlib import Path
from uuid import uuid4

import pytest

from search.documents import Document, Texts
from search.engines.base import Engine, SearchResult
from search.models import SearchDocument
from search.query import SearchQuery
from services.models import ChangeClock
from tests.search.conftest import Finder, level
from tests.search.rows import put, remove, write


def keys(result: SearchResult) -> list[object]:
    return [hit.translation_key for hit in result.hits]


def test_nothing_is_found_where_nothing_is(find: Finder) -> None:
    assert find() == SearchResult([], 0, {})
    assert find("neuvola").total == 0


@pytest.mark.parametrize("text", ["äitiysneuvolassa", "AITIYSNEUVOLA", "Äitiysneuvolan!"])
def test_inflected_undotted_and_shouted_words_are_the_same(find: Finder, text: str) -> None:
    key = put("Äitiysneuvola")
    put("Perhekahvila")
    assert keys(find(text)) == [key]


def test_a_word_of_either_language_finds(find: Finder) -> None:
    texts = {"fi": Texts("Perhekahvila"), "sv": Texts("Familjegrupp")}
    key = write(uuid4(), Document(texts))
    assert keys(find("familjegrupper")) == keys(find("perhekahvilat")) == [key]


def test_every_field_is_searched_and_the_title_counts_most(find: Finder) -> None:
    body = put("Iltatee", body="Joskus puhutaan siitä, mitä nukkuminen on, joskus muusta.")
    label = put("Aamutee", labels={"fi": ["nukkuminen"]})
    organisation = put("Kahvila", organisations={"fi": ["Nukkuminen ry"]})
    keyword = put("Yökerho", keywords="nukkuminen, valvominen")
    title = put("Nukkuminen")
    easy = put("Muu", easy_text="Apua: nukkuminen")
    summary = put("Lepo", summary="Vauvan nukkuminen")
    for number in range(20):
        put(f"Jokin muu asia {number}")
    found = keys(find("nukkuminen"))
    assert set(found) == {body, label, organisation, keyword, title, easy, summary}
    assert found[0] == title
    assert found.index(keyword) < found.index(body)


def test_what_answers_much_worse_than_the_best_is_no_answer(find: Finder) -> None:
    best = put("Kahvila Tupa")
    put("Ruokala", body="Kahvila on naapurissa.")
    assert keys(find("kahvila tupa")) == [best]


def test_where_nothing_answers_the_nearest_are_offered_apart(find: Finder) -> None:
    near = put("Ruokala", body="Kahvila on naapurissa.")
    put("Uimahalli")
    result = find("kahvila zeppeliini lentokone")
    assert (result.hits, result.total, result.facets) == ([], 0, {})
    assert [hit.translation_key for hit in result.closest] == [near]
    assert find("zeppeliini").closest == []


def test_who_speaks_in_sentences_is_answered_by_less(find: Finder) -> None:
    near = put("Ruokala", body="Kahvila on naapurissa.")
    assert find("kahvila lentokone").hits == []
    assert keys(find("nyt me haluamme kahvila lentokone")) == [near]


def test_an_entry_at_the_place_only_is_no_answer(find: Finder) -> None:
    here = {"places": {"fi": ["Pietarsaari"]}, "facets": {"municipality": ["598"]}}
    there = {"places": {"fi": ["Luoto"]}, "facets": {"municipality": ["440"]}}
    nearby = put("Kahvila Tupa", **here)
    far = put("Kahvila Majakka", **there)
    other = put("Uimahalli", **here)
    found = keys(find("kahvila Pietarsaari"))
    assert found[0] == nearby
    assert other not in found
    assert keys(find("kahvila", filters={"municipality": ("440",)})) == [far]
    assert set(keys(find("Pietarsaari"))) == {nearby, other}


@pytest.mark.parametrize("text", ["pernekahvila", "perhekahvilla", "prehekahvila", "perhekahvil"])
def test_misspelt_words_find_what_was_meant(find: Finder, text: str) -> None:
    key = put("Perhekahvila")
    put("Uimahalli")
    assert keys(find(text)) == [key]


@pytest.mark.dictionaries
@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Perhekahvila", "kahvila"),
        ("Perhekahvila", "perhe kahvila"),
        ("Perheiden kahvila", "perhekahvila"),
        ("Nettineuvola", "neuvola"),
    ],
)
def test_compounds_and_their_parts_meet(find: Finder, title: str, text: str) -> None:
    key = put(title)
    put("Uimahalli")
    assert keys(find(text)) == [key]


@pytest.mark.dictionaries
def test_a_word_finds_its_translation(find: Finder, lexicon: Path) -> None:
    key = put("Sorg", language="sv")
    put("Simhall", language="sv")
    assert keys(find("suru")) == [key]


def test_the_readers_language_comes_first(find: Finder) -> None:
    finnish, swedish = put("Tupa"), put("Tupa", language="sv")
    assert keys(find("tupa")) == [finnish, swedish]
    assert keys(find("tupa", language="sv")) == [swedish, finnish]


def test_stop_words_ask_for_nothing(find: Finder) -> None:
    key = put("Uni ja lepo")
    assert keys(find("uni ja lepo")) == keys(find("sömn och uni")) == [key]


def test_without_words_the_near_the_easy_the_fresh_and_then_the_alphabet(find: Finder) -> None:
    far = put("Aakkoset", local=False)
    near = put("Äiti")
    nearer = put("Zumba")
    stale = put("Aatto", last_confirmed="2024-06-30")
    fresh = put("Ö", last_confirmed="2026-08-01")
    easy = put("Örebro", facets={"low_threshold": ["1"]})
    assert keys(find()) == [easy, fresh, stale, nearer, near, far]


def test_values_of_a_filter_add_up_and_filters_narrow(find: Finder) -> None:
    one = put("A", facets={"kind": ["service"], "municipality": ["598"]})
    two = put("B", facets={"kind": ["peer_group"], "municipality": ["598", "440"]})
    put("C", facets={"kind": ["service"], "municipality": ["440"]})
    both_kinds = {"kind": ("service", "peer_group"), "municipality": ("598",)}
    assert keys(find(filters=both_kinds)) == [one, two]
    assert keys(find(filters={"kind": ("peer_group",), "municipality": ("440",)})) == [two]
    assert find(filters={"kind": ("nothing",)}).total == 0


def test_counts_leave_the_filter_itself_out(find: Finder) -> None:
    put("A", facets={"kind": ["service"], "municipality": ["598"]})
    put("B", facets={"kind": ["peer_group"], "municipality": ["598", "440"]})
    put("C", facets={"kind": ["service"], "municipality": ["440"]})
    result = find(filters={"kind": ("service",)})
    assert result.total == 2
    assert result.facets["kind"] == {"service": 2, "peer_group": 1}
    assert result.facets["municipality"] == {"598": 1, "440": 1}
    narrower = find(filters={"kind": ("service",), "municipality": ("598",)})
    assert narrower.total == 1
    assert narrower.facets["kind"] == {"service": 1, "peer_group": 1}
    assert narrower.facets["municipality"] == {"598": 1, "440": 1}


def test_counts_belong_to_the_words(find: Finder) -> None:
    put("Uni", facets={"kind": ["service"]})
    put("Ruoka", facets={"kind": ["service"]})
    assert find("uni").facets == {"kind": {"service": 1}}


def test_only_the_given_keys(find: Finder) -> None:
    one, two = put("Uni A", facets={"kind": ["service"]}), put("Uni B")
    assert keys(find("uni", keys={one})) == [one]
    assert find(keys={one}).facets == {"kind": {"service": 1}}
    assert find(keys=set()).total == 0
    assert set(keys(find("uni"))) == {one, two}


def test_pages(find: Finder) -> None:
    expected = [put(f"Ryhmä {number:02}") for number in range(45)]
    pages = [find(page=number) for number in (1, 2, 3, 4)]
    assert [key for page in pages for key in keys(page)] == expected
    assert {page.total for page in pages} == {45}


def test_a_change_replaces_and_a_tombstone_removes(find: Finder) -> None:
    key = put("Vanha nimi", facets={"kind": ["service"]})
    assert find("vanha").total == 1
    put("Uusi nimi", key=key, facets={"kind": ["peer_group"]})
    assert find("vanha").total == 0
    assert find("uusi").facets == {"kind": {"peer_group": 1}}
    remove(key)
    assert find() == SearchResult([], 0, {})
    put("Uusi nimi", key=key)
    assert find("uusi").total == 1


def test_words_of_other_alphabets_and_odd_characters(find: Finder) -> None:
    key = put('Помощь "сейчас" 24/7 – C++')
    assert keys(find("помощь")) == [key]
    for odd in ('"', "AND NOT (", "a* OR b", "24/7", "c++", "ﬁ\u0301", "x" * 200):
        find(odd)


def test_the_engine_says_what_it_holds(engine: Engine) -> None:
    kept, gone = put("A"), put("B")
    level(engine)
    remove(gone)
    put("C", key=kept)
    level(engine)
    assert engine.stored() == {kept: ChangeClock.objects.get().seq}


def test_a_rebuild_writes_every_document_again(engine: Engine) -> None:
    kept, gone = put("A"), put("B")
    remove(gone)
    assert engine.rebuild().written == 1
    assert set(engine.stored()) == {kept}
    assert engine.catch_up().written == 0


def test_findable_within_two_seconds_of_the_commit(engine: Engine) -> None:
    key = put("Uusi ryhmä")
    engine.after_commit()
    deadline = time.monotonic() + 2
    while not (found := keys(engine.search(SearchQuery(text="ryhmä", language="fi")))):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert found == [key]


def test_an_engine_that_was_away_catches_up_in_any_order(engine: Engine) -> None:
    first, second = put("Eka"), put("Toka")
    level(engine)
    put("Kolmas", key=first)
    remove(second)
    put("Neljäs", key=first)
    fourth = put("Viides")
    level(engine)
    assert set(engine.stored()) == {first, fourth}
    rows = dict(SearchDocument.objects.filter(deleted=False).values_list("pk", "seq"))
    assert engine.stored() == rows
