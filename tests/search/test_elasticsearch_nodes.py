"""Servers that die on the spot: nothing is lost, and visitors get answers all the time."""

import shutil
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from elasticsearch import ApiError, TransportError

from search.engines import breaker
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch import engine as pushing
from search.engines.elasticsearch import rebuild as rebuilding
from search.engines.embedded import EmbeddedEngine
from search.engines.guarded import GuardedEngine
from search.models import SearchDocument
from search.query import SearchQuery
from tests.search.rows import put, remove
from tests.servers.elasticsearch import Node, cluster

pytestmark = [
    pytest.mark.elasticsearch,
    pytest.mark.once,
    pytest.mark.django_db,
    pytest.mark.skipif(shutil.which("java") is None, reason="servers of its own need Java"),
]
DOCUMENTS = 20


def total(engine: Any) -> int:
    return int(engine.search(SearchQuery(language="fi")).total)


def is_soon(engine: Any, expected: int) -> bool:
    """Tell whether answers come to be right: what it missed is pushed with the first one."""
    deadline = time.monotonic() + 10
    while total(engine) != expected and time.monotonic() < deadline:
        time.sleep(0.2)
    return total(engine) == expected


def guarded(embedded: EmbeddedEngine, *nodes: Node) -> GuardedEngine:
    urls = ",".join(node.url for node in nodes)
    engine = GuardedEngine(ElasticsearchEngine(urls, "familycentre", embedded), embedded)
    for number in range(DOCUMENTS):
        put(f"Ryhmä {number}")
    assert engine.rebuild().written == DOCUMENTS
    return engine


def killing(node: Node, action: Callable[..., Any]) -> Callable[..., Any]:
    """Return the action, after which the server is dead."""

    def act(*args: Any, **kwargs: Any) -> Any:
        done = action(*args, **kwargs)
        node.kill()
        return done

    return act


def killing_half_way(node: Node, changes: Callable[..., Iterator[Any]]) -> Callable[..., Any]:
    """Return the documents, half of which a server lives to see."""

    def some(*args: Any, **kwargs: Any) -> Iterator[Any]:
        for number, change in enumerate(changes(*args, **kwargs)):
            if number == DOCUMENTS // 2:
                node.kill()
            yield change

    return some


def test_a_server_killed_while_it_is_written_to_loses_nothing(
    embedded: EmbeddedEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with cluster(1) as (node,):
        engine = guarded(embedded, node)
        monkeypatch.setattr(breaker, "PAUSE", 0.0)

        acknowledged = put("Ennen")
        with monkeypatch.context() as patch:
            patch.setattr(pushing, "write", killing(node, pushing.write))
            engine.after_commit()
        assert not SearchDocument.objects.dirty().exists()
        missed = put("Poissa")
        engine.after_commit()
        assert [row.pk for row in SearchDocument.objects.dirty()] == [missed]
        assert total(engine) == DOCUMENTS + 2

        node.start()
        node.wait_until_ready()
        assert is_soon(engine, DOCUMENTS + 2)
        assert {acknowledged, missed} <= engine.stored().keys()

        with monkeypatch.context() as patch:
            patch.setattr(rebuilding, "changes", killing_half_way(node, rebuilding.changes))
            with pytest.raises((ApiError, TransportError)):
                engine.rebuild()
        remove(missed)
        assert total(engine) == DOCUMENTS + 1

        node.start()
        node.wait_until_ready()
        assert is_soon(engine, DOCUMENTS + 1)
        assert engine.rebuild().written == DOCUMENTS + 1
        assert engine.stored() == embedded.stored()


def test_of_three_nodes_one_may_die(embedded: EmbeddedEngine) -> None:
    with cluster(3) as nodes:
        engine = guarded(embedded, *nodes)
        primary = engine.primary
        assert isinstance(primary, ElasticsearchEngine)
        patient = primary.client.options(request_timeout=60)
        patient.cluster.health(wait_for_status="green", timeout="50s")
        nodes[0].kill()
        assert [total(engine) for _ in range(10)] == [DOCUMENTS] * 10
        put("Ryhmä lisää")
        deadline = time.monotonic() + 60
        while SearchDocument.objects.dirty().exists():
            assert time.monotonic() < deadline
            engine.after_commit()
            time.sleep(0.2)
        assert primary.stored() == embedded.stored()
