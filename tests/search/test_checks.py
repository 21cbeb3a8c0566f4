"""The system checks of the search settings."""

from pathlib import Path
from typing import Any

import pytest

from search.checks import elasticsearch_has_an_address, engine_is_known, words_are_known


@pytest.mark.parametrize("name", ["embedded", "elasticsearch"])
def test_known_engines(settings: Any, name: str) -> None:
    settings.SEARCH_ENGINE, settings.ELASTICSEARCH_URL = name, "http://127.0.0.1:9200"
    assert engine_is_known() == elasticsearch_has_an_address() == []


def test_unknown_engine(settings: Any) -> None:
    settings.SEARCH_ENGINE = "solr"
    (error,) = engine_is_known()
    assert error.id == "familysearch.E001"
    assert "embedded" in str(error.hint)


def test_missing_address(settings: Any) -> None:
    settings.SEARCH_ENGINE, settings.ELASTICSEARCH_URL = "elasticsearch", ""
    (error,) = elasticsearch_has_an_address()
    assert error.id == "familysearch.E002"
    assert "ELASTICSEARCH_URL" in str(error.hint)


@pytest.mark.dictionaries
def test_nothing_to_say_where_every_dictionary_is_here(settings: Any, lexicon: Path) -> None:
    assert words_are_known() == []


def test_what_is_missing_is_told_with_what_to_do(
    settings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings.SEARCH_LEXICON_FILE = tmp_path / "missing.tsv"
    monkeypatch.setattr("search.checks.HUNSPELL", tmp_path / "missing.dic")
    swedish, lexicon = words_are_known()[-2:]
    assert (swedish.id, lexicon.id) == ("familysearch.I002", "familysearch.I003")
    assert "hunspell-sv" in str(swedish.hint)
    assert "build_lexicon" in str(lexicon.hint)
