"""Writes changes to an index, in any order and as often as you like: the newest one stays."""

from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from search.engines.base import Outcome
from search.engines.elasticsearch.index import source
from search.outbox import Change
from search.projection import project

HAS_NEWER: Final = 409
FIRST_PAUSE: Final = 0.5  # seconds before what a busy server refused is sent again; then doubled
MOST_TRIES: Final = 6


def write(client: Elasticsearch, alias: str, changes: Iterable[Change], *, waits: bool) -> Outcome:
    """Write changes; return how many, and what the server refused.

    A busy server is asked again after a pause where somebody `waits`. An alias that is missing is
    not made into an index by the way. Raises ApiError or TransportError where the server doesn't
    answer.
    """
    written = 0
    left_out = {}
    for done, item in streaming_bulk(
        client,
        _actions(changes),
        index=alias,
        require_alias=True,
        raise_on_error=False,
        max_retries=MOST_TRIES if waits else 0,
        initial_backoff=FIRST_PAUSE,
    ):
        answer = next(iter(item.values()))
        was_not_there = answer.get("result") == "not_found"
        if done or was_not_there or answer["status"] == HAS_NEWER:
            written += 1
        else:
            left_out[UUID(answer["_id"])] = str(answer["error"])
    return Outcome(written, left_out)


def _actions(changes: Iterable[Change]) -> Iterator[dict[str, Any]]:
    for change in changes:
        key = str(change.translation_key)
        # The server keeps a change from overtaking a newer one.
        versioned = {"_id": key, "version": change.seq, "version_type": "external"}
        if change.document is None:
            yield {"_op_type": "delete", **versioned}
        else:
            yield {
                "_op_type": "index",
                **versioned,
                "_source": source(key, project(change.document)),
            }
