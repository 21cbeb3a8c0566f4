"""When Elasticsearch is away, the visitor still gets results."""

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig
from elasticsearch import ApiError

from search.engines import breaker
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.embedded import EmbeddedEngine
from search.engines.guarded import GuardedEngine
from search.query import SearchQuery
from tests.search.rows import put

pytestmark = pytest.mark.django_db


@pytest.fixture
def guarded(embedded: EmbeddedEngine) -> GuardedEngine:
    return GuardedEngine(ElasticsearchEngine("http://127.0.0.1:9", "nothing", embedded), embedded)


def total(engine: GuardedEngine) -> int:
    return engine.search(SearchQuery(language="fi")).total


def test_the_embedded_engine_answers_with_a_warning(
    guarded: GuardedEngine, caplog: pytest.LogCaptureFixture
) -> None:
    put("Uni")
    with caplog.at_level(logging.WARNING, "search.engines.breaker"):
        assert total(guarded) == 1
        assert total(guarded) == 1
    (warning,) = [row for row in caplog.records if row.name == "search.engines.breaker"]
    assert "embedded engine answers" in warning.getMessage()


def test_nobody_waits_for_it_again_for_a_while(
    guarded: GuardedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []
    inner = guarded.primary.answer
    monkeypatch.setattr(
        guarded.primary, "answer", lambda question: tries.append("answer") or inner(question)
    )
    total(guarded)
    total(guarded)
    assert tries == ["answer"]


def test_it_is_asked_again_after_the_pause_and_told_what_it_missed(
    guarded: GuardedEngine, embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    total(guarded)
    assert guarded.breaker.has_failed
    pushed: list[bool] = []
    monkeypatch.setattr(breaker, "PAUSE", 0.0)
    monkeypatch.setattr(guarded.primary, "answer", embedded.answer)
    monkeypatch.setattr(guarded.primary, "after_commit", lambda: pushed.append(True))
    assert total(guarded) == 0
    assert pushed == [True]
    assert not guarded.breaker.has_failed


def test_after_the_pause_one_visitor_tries_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    guard = breaker.Breaker()
    guard.failed(api_error(503))
    assert not guard.lets_through()
    now = time.monotonic()
    monkeypatch.setattr(breaker.time, "monotonic", lambda: now + breaker.PAUSE + 1)
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _number: guard.lets_through(), range(8))) == 1


def test_a_push_that_fails_is_no_error_of_the_editor(guarded: GuardedEngine) -> None:
    put("Uni")
    guarded.after_commit()
    assert guarded.breaker.has_failed


def test_other_errors_are_not_hidden(
    guarded: GuardedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(question: Any) -> None:
        raise KeyError

    monkeypatch.setattr(guarded.primary, "answer", fail)
    with pytest.raises(KeyError):
        total(guarded)


def api_error(status: int) -> ApiError:
    meta = ApiResponseMeta(
        status=status,
        http_version="1.1",
        headers=HttpHeaders(),
        duration=0.0,
        node=NodeConfig("http", "127.0.0.1", 9),
    )
    return ApiError("refused", meta=meta, body={})


@pytest.mark.parametrize(
    ("status", "is_away"),
    [(400, False), (413, False), (404, True), (429, True), (500, True), (503, True)],
)
def test_one_query_refused_is_answered_and_is_no_outage(
    guarded: GuardedEngine,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    status: int,
    is_away: bool,
) -> None:
    def refuse(question: Any) -> None:
        raise api_error(status)

    put("Uni")
    monkeypatch.setattr(guarded.primary, "answer", refuse)
    with caplog.at_level(logging.WARNING, "search.engines"):
        assert total(guarded) == 1
    assert guarded.breaker.has_failed is is_away
    assert "embedded engine answers" in caplog.text


def test_a_new_process_pushes_once_what_the_last_one_left(
    guarded: GuardedEngine, embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    pushed: list[bool] = []
    monkeypatch.setattr(guarded.primary, "answer", embedded.answer)
    monkeypatch.setattr(guarded.primary, "after_commit", lambda: pushed.append(True))
    total(guarded)
    total(guarded)
    assert pushed == [True]


def test_a_push_that_fails_leaves_the_answer(
    guarded: GuardedEngine, embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("Uni")
    monkeypatch.setattr(guarded.primary, "answer", embedded.answer)
    assert total(guarded) == 1
    assert guarded.breaker.has_failed
