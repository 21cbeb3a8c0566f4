"""The system checks of the search settings."""

from typing import Any

import pytest

from search.checks import elasticsearch_has_an_address, engine_is_known


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
