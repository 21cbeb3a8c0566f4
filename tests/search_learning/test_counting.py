"""What is counted of searches, and what isn't."""

from datetime import date
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from search.learning import counting
from search.learning.counting import counts
from search.learning.writing import write_counts
from search.models import SearchCount
from tests.factories import Tree, make_entry
from tests.search_learning.conftest import Asker

pytestmark = pytest.mark.dictionaries


def written() -> dict[str, tuple[int, int, int]]:
    """Write what was counted; return times asked, unanswered and opened by language and text."""
    write_counts()
    rows = SearchCount.objects.all()
    return {f"{row.language} {row.text}": (row.asked, row.unanswered, row.opened) for row in rows}


def test_searches_are_counted_by_day_language_and_text(ask: Asker) -> None:
    make_entry(title="Perhekahvila")
    for text in ("perhekahvila", " Perhekahvila ", "avaruuslento"):
        ask(text)
    ask("perhekahvila", "sv")
    assert written() == {
        "fi perhekahvila": (2, 0, 0),
        "fi avaruuslento": (1, 1, 0),
        "sv perhekahvila": (1, 0, 0),
    }
    assert {row.day for row in SearchCount.objects.all()} == {date(2026, 11, 24)}
    ask("avaruuslento")
    assert written()["fi avaruuslento"] == (2, 2, 0)


def test_a_row_holds_nothing_of_who_searched() -> None:
    names = {field.name for field in SearchCount._meta.fields}
    assert names == {"id", "day", "language", "text", "asked", "unanswered", "opened"}


def test_only_the_first_page_of_words_alone_is_counted(ask: Asker) -> None:
    for number in range(21):
        make_entry(title=f"Perhekahvila {number}")
    ask("perhekahvila", page="2")
    ask("perhekahvila", kind="service")
    ask("perhekahvila", open_now="1")
    ask("")
    assert written() == {}


def test_editors_and_programs_that_only_look_are_not_counted(
    ask: Asker, coordinator: Client
) -> None:
    coordinator.get("/fi/etsi/", {"q": "perhekahvila"})
    Client().head("/fi/etsi/", {"q": "perhekahvila"})
    ask("perhekahvila", headers={"Sec-Purpose": "prefetch;prerender"})
    assert written() == {}
    ask("perhekahvila")
    assert len(written()) == 1


def test_what_may_tell_of_somebody_is_not_written(ask: Asker) -> None:
    for text in ("Matti Virtanen", "040 123 4567", "matti@example.org"):
        ask(text)
    assert written() == {}


def test_visitors_get_no_cookie_and_wait_for_no_writing(
    ask: Asker, django_assert_num_queries: Any
) -> None:
    response = ask("perhekahvila")
    assert not response.cookies
    assert not SearchCount.objects.exists()


def test_opened_results_are_counted(tell: Asker) -> None:
    response = tell("perhekahvila")
    assert (response.status_code, response.content) == (204, b"")
    assert written() == {"fi perhekahvila": (0, 0, 1)}


@pytest.mark.parametrize("where", ["cross-site", "same-site", "none", ""])
def test_other_sites_can_not_tell_what_was_opened(tell: Asker, where: str) -> None:
    assert tell("perhekahvila", where=where).status_code == 403
    assert written() == {}


def test_one_address_can_not_tell_much_at_once(tell: Asker) -> None:
    answers = [tell("perhe", REMOTE_ADDR="192.0.2.7").status_code for _ in range(35)]
    assert answers == [204] * 30 + [429] * 5
    assert tell("perhe", REMOTE_ADDR="192.0.2.8").status_code == 204


def test_opening_is_told_by_post_alone_and_says_nothing_without_words(
    tell: Asker, site: Tree
) -> None:
    assert Client().get(tell("").wsgi_request.path).status_code == 405
    assert written() == {}


def test_the_page_tells_its_script_where_to_tell(ask: Asker) -> None:
    make_entry(title="Perhekahvila")
    body = ask("perhekahvila").content.decode()
    assert "data-opened=" in body
    assert "opened.js" in body
    assert "opened.js" not in ask("").content.decode()


def test_a_flood_of_texts_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST", 3)
    for text in "abcdabcd":
        counts.add(counting.Counted(date(2026, 11, 24), "fi", text, "asked"))
    taken = counts.take()
    assert {counted.text: times for counted, times in taken.items()} == {"a": 2, "b": 2, "c": 2}


def test_a_database_that_refuses_neither_breaks_the_search_nor_the_writing(
    ask: Asker, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(execute: Any, sql: str, *arguments: Any) -> Any:
        if "searchcount" in sql:
            raise OperationalError("database is locked")
        return execute(sql, *arguments)

    with connection.execute_wrapper(refuse):
        assert ask("perhekahvila").status_code == 200
        write_counts()
    assert "database is locked" in caplog.text
    assert written() == {}
