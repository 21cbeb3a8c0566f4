"""What only Elasticsearch has: an alias, dirty rows, and days off."""

import json
import os
import threading
from typing import Any

import pytest
from elastic_transport import Urllib3HttpNode
from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from pytest_django import DjangoCaptureOnCommitCallbacks

from search.engines import get_engine
from search.engines.base import Question
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.elasticsearch.bulk import write
from search.engines.guarded import GuardedEngine
from search.models import SearchDocument
from search.outbox import changes
from search.query import SearchQuery
from tests.factories import Tree, make_entry
from tests.search.conftest import level
from tests.search.rows import put, remove

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
Commit = DjangoCaptureOnCommitCallbacks
NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Commit) -> Commit:
    """A shorter name."""
    return django_capture_on_commit_callbacks


def total(engine: Any) -> int:
    return int(engine.search(SearchQuery(language="fi")).total)


def index_behind(engine: ElasticsearchEngine) -> str:
    (name,) = engine.client.indices.get_alias(name=engine.alias)
    return str(name)


def test_a_rebuild_moves_the_alias_and_removes_the_old_index(elastic: ElasticsearchEngine) -> None:
    put("Uni")
    elastic.rebuild()
    first = index_behind(elastic)
    elastic.rebuild()
    second = index_behind(elastic)
    assert first != second
    assert not elastic.client.indices.exists(index=first)
    assert total(elastic) == 1


def test_searches_during_rebuilds_are_never_empty(elastic: ElasticsearchEngine) -> None:
    for number in range(30):
        put(f"Ryhmä {number}")
    elastic.rebuild()
    everything = Question((), {}, None, "fi", 0.0, 0, 20)
    counts, stop = set(), threading.Event()

    def read() -> None:
        while not stop.is_set():
            counts.add(elastic.answer(everything).total)

    reader = threading.Thread(target=read)
    reader.start()
    for _round in range(3):
        elastic.rebuild()
    stop.set()
    reader.join()
    assert counts == {30}


def test_a_change_during_a_rebuild_is_pushed_again(
    elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.engines.elasticsearch import rebuild as module

    kept, gone = put("Vanha nimi"), put("Poistuva")
    elastic.rebuild()
    old_move = module._move

    def move_late(client: Any, *args: Any) -> None:
        put("Uusi nimi", key=kept)
        remove(gone)
        elastic.after_commit()  # goes to the old index
        old_move(client, *args)

    monkeypatch.setattr(module, "_move", move_late)
    elastic.rebuild()
    level(elastic)
    assert elastic.stored() == {kept: SearchDocument.objects.get(pk=kept).seq}
    assert not SearchDocument.objects.dirty().exists()


def test_older_changes_never_overtake_newer_ones(elastic: ElasticsearchEngine) -> None:
    elastic.rebuild()
    key = put("Vanha")
    older = list(changes())
    put("Uusi", key=key)
    level(elastic)
    outcome = write(elastic.client, elastic.alias, older, waits=True)
    assert not outcome.left_out
    assert elastic.stored() == {key: SearchDocument.objects.get(pk=key).seq}


def test_a_field_that_nobody_mapped_is_refused_and_listed(
    elastic: ElasticsearchEngine, settings: Any
) -> None:
    odd, fine = put("A", facets={"colour": ["red"]}), put("B")
    outcome = elastic.rebuild()
    assert list(outcome.left_out) == [odd]
    assert "strict" in outcome.left_out[odd]
    assert list(elastic.stored()) == [fine]
    assert [row.pk for row in SearchDocument.objects.dirty()] == [odd]
    assert list(elastic.catch_up().left_out) == [odd]


def test_a_missing_alias_is_not_made_by_the_way(elastic: ElasticsearchEngine) -> None:
    put("A")
    elastic.after_commit()
    assert not elastic.client.indices.exists(index=elastic.alias)
    assert SearchDocument.objects.dirty().count() == 1
    assert elastic.stored() == {}


def test_an_index_of_another_analysis_counts_as_nothing(
    elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("A")
    elastic.rebuild()
    monkeypatch.setattr("search.engines.elasticsearch.index.analysis_version", lambda: 9999)
    assert elastic.stored() == {}


def test_a_language_more_leads_to_a_rebuild(elastic: ElasticsearchEngine, settings: Any) -> None:
    put("A")
    elastic.rebuild()
    settings.LANGUAGES = [*settings.LANGUAGES, ("xx", "Third")]
    key = put("B", language="xx")
    assert not elastic.catch_up().left_out
    assert key in elastic.stored()
    assert not SearchDocument.objects.dirty().exists()


def test_a_new_process_pushes_what_the_last_one_left(
    elastic: ElasticsearchEngine, embedded: Any
) -> None:
    elastic.rebuild()
    key = put("Uni")
    total(GuardedEngine(elastic, embedded))
    assert list(elastic.stored()) == [key]
    assert not SearchDocument.objects.dirty().exists()


def test_a_failed_rebuild_leaves_the_old_index(
    elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("A")
    elastic.rebuild()
    before = index_behind(elastic)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("search.engines.elasticsearch.rebuild._move", fail)
    with pytest.raises(RuntimeError):
        elastic.rebuild()
    assert index_behind(elastic) == before
    assert list(elastic.client.indices.get(index=f"{elastic.alias}-*")) == [before]


def test_a_rebuild_removes_what_an_interrupted_one_left(elastic: ElasticsearchEngine) -> None:
    put("A")
    elastic.rebuild()
    left = f"{elastic.alias}-20200101000000000000"
    others = f"{elastic.alias}-evaluation-1", f"{elastic.alias}-2-20200101000000000000"
    for name in (left, *others):
        elastic.client.indices.create(index=name)
    elastic.rebuild()
    assert not elastic.client.indices.exists(index=left)
    for name in others:
        elastic.client.indices.delete(index=name)
    assert total(elastic) == 1


def test_of_two_rebuilds_at_once_the_later_one_goes_on(
    elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from search.engines.elasticsearch import rebuild as module

    key = put("A")
    elastic.rebuild()
    move = module._move

    def move_after_another(client: Any, *args: Any) -> None:
        monkeypatch.undo()
        elastic.rebuild()
        put("B", key=key)
        module.write(client, module._entrance(args[-1]), changes(), waits=True)
        move(client, *args)

    monkeypatch.setattr(module, "_move", move_after_another)
    with pytest.raises(NotFoundError):
        elastic.rebuild()
    index_behind(elastic)
    level(elastic)
    assert elastic.stored() == {key: SearchDocument.objects.get(pk=key).seq}
    assert len(elastic.client.indices.get(index=f"{elastic.alias}-*")) == 1


class BusyTwice(Urllib3HttpNode):
    """Refuses the first two batches item by item, as a server does whose queue is full."""

    refused = 0

    def perform_request(self, method: str, target: str, body: Any = None, **kwargs: Any) -> Any:
        if "/_bulk" not in target or BusyTwice.refused == 2:
            return super().perform_request(method, target, body, **kwargs)
        BusyTwice.refused += 1
        refused = {"status": 429, "error": {"type": "es_rejected_execution_exception"}}
        actions = [json.loads(line) for line in body.splitlines()][::2]
        told = [{name: {**one, **refused} for name, one in action.items()} for action in actions]
        answer = json.dumps({"took": 1, "errors": True, "items": told}).encode()
        return super().perform_request("GET", "/")._replace(body=answer)


def test_what_a_busy_server_refuses_is_sent_again(
    elastic: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    elastic.rebuild()
    put("A")
    monkeypatch.setattr("search.engines.elasticsearch.bulk.FIRST_PAUSE", 0.01)
    monkeypatch.setattr(BusyTwice, "refused", 0)
    elastic.client = Elasticsearch(
        os.environ["ELASTICSEARCH_URL"], node_class=BusyTwice, max_retries=0
    )
    elastic.after_commit()
    assert SearchDocument.objects.dirty().count() == 1
    assert elastic.catch_up().written == 1
    assert BusyTwice.refused == 2
    assert not SearchDocument.objects.dirty().exists()


def test_a_node_that_is_down_costs_no_answer(elastic: ElasticsearchEngine, embedded: Any) -> None:
    put("A")
    elastic.rebuild()
    urls = f"{NOWHERE},{os.environ['ELASTICSEARCH_URL']}"
    both = ElasticsearchEngine(urls, elastic.alias, embedded)
    assert [total(both) for _ in range(4)] == [1] * 4


def test_publishing_pushes_after_the_commit_and_only_then(
    elastic: ElasticsearchEngine, settings: Any, site: Tree, commit: Commit
) -> None:
    settings.SEARCH_ENGINE = "elasticsearch"
    elastic.rebuild()
    with commit(execute=True):
        entry = make_entry(title="Perheneuvola")
        assert SearchDocument.objects.dirty().exists()
    assert not SearchDocument.objects.dirty().exists()
    assert list(elastic.stored()) == [entry.translation_key]


def test_what_was_published_while_it_was_away_is_pushed_with_the_next_change(
    elastic: ElasticsearchEngine, settings: Any, site: Tree, commit: Commit
) -> None:
    elastic.rebuild()
    settings.SEARCH_ENGINE = "elasticsearch"
    url, settings.ELASTICSEARCH_URL = settings.ELASTICSEARCH_URL, NOWHERE
    with commit(execute=True):
        first = make_entry(title="Ensin")
    assert SearchDocument.objects.dirty().count() == 1
    assert get_engine().search(SearchQuery(text="ensin", language="fi")).total == 1
    settings.ELASTICSEARCH_URL = url
    with commit(execute=True):
        second = make_entry(title="Sitten")
    assert set(elastic.stored()) == {first.translation_key, second.translation_key}


def test_methods_raise_the_clients_own_errors(embedded: Any) -> None:
    engine = ElasticsearchEngine(NOWHERE, "nothing", embedded)
    with pytest.raises((ApiError, TransportError)):
        engine.stored()


def test_the_guarded_engine_keeps_both_level(elastic: ElasticsearchEngine, embedded: Any) -> None:
    guarded = GuardedEngine(elastic, embedded)
    key = put("Uni")
    assert guarded.rebuild().written == 1
    put("Lepo", key=key)
    assert guarded.catch_up().written == 1
    assert guarded.stored() == embedded.stored() == elastic.stored()
    assert total(guarded) == 1
