"""What nobody announced is found, and repaired."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command

from search.engines import get_engine
from search.engines.base import Outcome
from search.models import SearchDocument
from search.query import SearchQuery
from services.models import Entry
from tests.factories import Tree, make_entry
from tests.search.rows import put


def search_index(action: str) -> int:
    """Run the command; return its exit code."""
    try:
        call_command("search_index", action)
    except SystemExit as end:
        return int(str(end.code))
    return 0


def total(text: str) -> int:
    return get_engine().search(SearchQuery(text=text, language="fi")).total


def test_all_well(site: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    make_entry()
    assert search_index("check") == 0
    assert "0 documents and 0 in the engine differ" in capsys.readouterr().out


def test_a_raw_update_is_found_and_repaired(site: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    entry = make_entry(title="Vanha")
    Entry.objects.filter(pk=entry.pk).update(title="Raaka", summary="")
    assert search_index("check") == 3
    assert str(entry.translation_key) in capsys.readouterr().err
    assert search_index("sync") == 0
    assert search_index("check") == 0
    assert (total("raaka"), total("vanha")) == (1, 0)


def test_a_missing_row_and_a_leftover_row(site: Tree) -> None:
    entry = make_entry()
    SearchDocument.objects.filter(pk=entry.translation_key).delete()
    leftover = put("Jäänyt", key=uuid4())
    assert search_index("check") == 3
    assert search_index("sync") == 0
    assert SearchDocument.objects.get(pk=leftover).deleted
    assert not SearchDocument.objects.get(pk=entry.translation_key).deleted
    assert search_index("check") == 0


def test_an_engine_that_holds_something_else(site: Tree, embedded: Any) -> None:
    make_entry(title="Perheneuvola")
    assert total("perheneuvola") == 1
    with embedded.store.writing() as connection:
        connection.execute("DELETE FROM entry")
    assert search_index("check") == 3
    assert search_index("sync") == 0
    assert total("perheneuvola") == 1


def test_a_rebuild_says_how_far_it_is(site: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    entry = make_entry(title="Perheneuvola")
    Entry.objects.filter(pk=entry.pk).update(title="Raaka")
    assert search_index("rebuild") == 0
    said = capsys.readouterr().out
    assert "1 of 1 entries compared" in said
    assert "1 documents in the engine" in said
    assert total("raaka") == 1


def test_elasticsearch_away_is_nothing_done(
    site: Tree, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SEARCH_ENGINE = "elasticsearch"
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    for action in ("check", "sync", "rebuild"):
        assert search_index(action) == 1
        assert "Elasticsearch could not do it" in capsys.readouterr().err


@pytest.mark.elasticsearch
def test_elasticsearch_is_filled_compared_and_repaired(
    site: Tree, settings: Any, elastic: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.SEARCH_ENGINE = "elasticsearch"
    entry = make_entry(title="Perheneuvola")
    assert search_index("check") == 3
    assert search_index("sync") == 0
    assert search_index("check") == 0
    elastic.client.delete(index=elastic.alias, id=str(entry.translation_key))
    assert search_index("check") == 3
    assert search_index("sync") == 0
    assert total("perheneuvola") == 1


def test_what_the_engine_refuses_is_listed(
    site: Tree, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key = make_entry().translation_key
    engine = get_engine()
    monkeypatch.setattr(engine, "rebuild", lambda: Outcome(0, {key: "too strange"}))
    assert search_index("rebuild") == 3
    assert f"{key}: too strange" in capsys.readouterr().err
