"""A new index beside the old one, which answers until the alias moves."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.db.models import F, Max
from elasticsearch import Elasticsearch, NotFoundError

from search.engines.base import Outcome
from search.engines.elasticsearch.bulk import write
from search.engines.elasticsearch.index import SETTINGS, mapping
from search.models import SearchDocument
from search.outbox import Change, changes


def rebuild(client: Elasticsearch, alias: str) -> Outcome:
    """Fill a new index with all documents and move the alias to it.

    What changes meanwhile may have gone to the old index: it is left dirty, to be pushed again. Of
    two rebuilds at once the later one goes on; the other one raises NotFoundError.
    """
    started_at = SearchDocument.objects.aggregate(seq=Max("seq"))["seq"] or 0
    index = f"{alias}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
    _remove_left_over(client, alias, index)
    try:
        outcome = fill(client, index, (change for change in changes() if change.document))
        write(client, _entrance(index), changes(since=started_at), waits=True)
        client.indices.refresh(index=index)
        old = _indices_of(client, alias)
        _move(client, alias, old, index)
    except BaseException:
        client.indices.delete(index=index, ignore_unavailable=True)
        raise
    SearchDocument.objects.update(indexed_seq=0)
    seen = SearchDocument.objects.filter(seq__lte=started_at).exclude(pk__in=outcome.left_out)
    seen.update(indexed_seq=F("seq"))
    for name in old:
        client.indices.delete(index=name, ignore_unavailable=True)
    return outcome


def fill(client: Elasticsearch, index: str, found: Iterable[Change]) -> Outcome:
    """Make an index and write documents into it; they can be searched afterwards."""
    client.indices.create(
        index=index,
        settings=SETTINGS,
        mappings=mapping(),
        aliases={_entrance(index): {}},
    )
    outcome = write(client, _entrance(index), found, waits=True)
    client.indices.refresh(index=index)
    return outcome


def _entrance(index: str) -> str:
    """Return an alias of a new index's own: gone with it, it can't be made anew by a write."""
    return f"{index}-filling"


def _remove_left_over(client: Elasticsearch, alias: str, new: str) -> None:
    """Remove what a rebuild that was interrupted has left behind."""
    of_rebuilds = re.compile(rf"{re.escape(alias)}-[0-9]{{20}}")
    used = _indices_of(client, alias)
    for name in client.indices.get(index=f"{alias}-*", features="aliases"):
        if of_rebuilds.fullmatch(name) and name < new and name not in used:
            client.indices.delete(index=name, ignore_unavailable=True)


def _indices_of(client: Elasticsearch, alias: str) -> list[str]:
    try:
        return list(client.indices.get_alias(name=alias))
    except NotFoundError:
        return []


def _move(client: Elasticsearch, alias: str, old: list[str], new: str) -> None:
    """Let the alias point at the new index alone, in one step."""
    actions: list[dict[str, Any]] = [{"remove": {"index": name, "alias": alias}} for name in old]
    client.indices.update_aliases(actions=[*actions, {"add": {"index": new, "alias": alias}}])
