"""The Elasticsearch engine: changes are pushed to it, and marked as seen in the outbox."""

from typing import Final
from uuid import UUID

from django.db.models import F
from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.helpers import scan

from search.engines.base import CLOSEST_SCORE, OWN_LANGUAGE, Engine, Outcome, Question, SearchResult
from search.engines.elasticsearch.bulk import write
from search.engines.elasticsearch.index import made_for
from search.engines.elasticsearch.meaning import Json
from search.engines.elasticsearch.rebuild import rebuild
from search.engines.elasticsearch.request import closest_request, hits, request, result
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded.deciding import EQUAL
from search.engines.embedded.postings import Decisive
from search.models import SearchDocument
from search.outbox import as_change

# A visitor waits no longer than this before another engine answers.
TIMEOUT: Final = 2.0  # seconds
PATIENCE: Final = 60.0  # seconds, for what nobody waits for
BATCH: Final = 500


class ElasticsearchEngine(Engine):
    """Talks to a cluster. All its methods raise ApiError or TransportError when it is down.

    Questions are read with the embedded engine's memory of all words.
    """

    def __init__(self, url: str, alias: str, embedded: EmbeddedEngine) -> None:
        super().__init__(embedded.vocabulary)
        self.embedded = embedded
        nodes = url.split(",")
        # A node that is down costs a visitor no answer, as long as another one is up.
        self.client = Elasticsearch(nodes, request_timeout=TIMEOUT, max_retries=len(nodes) - 1)
        self.alias = alias

    def prepare(self) -> None:
        """Bring the embedded engine's memory level with the documents."""
        self.embedded.prepare()

    def answer(self, question: Question) -> SearchResult:
        """Ask the cluster; again, for the nearest, where nothing answers."""
        found = result(self._search(self.body(question)), question)
        if not found.total and question.words:
            body = closest_request(question, self._asked(question, CLOSEST_SCORE))
            found.closest.extend(hits(self._search(body)))
        return found

    def body(self, question: Question) -> Json:
        """Return the body of the request that answers a question."""
        return request(question, self._asked(question, question.least))

    def _asked(self, question: Question, least: float) -> list[Decisive]:
        # An entry in the reader's language may come over the limit by that alone.
        return self.embedded.memory.decisive(question.words, least - OWN_LANGUAGE - EQUAL)

    def _search(self, body: Json) -> Json:
        found: Json = self.client.search(index=self.alias, body=body).body
        return found

    def after_commit(self) -> None:
        """Push what the cluster hasn't seen, this change and those it missed."""
        self._push(self.client, waits=False)

    def catch_up(self) -> Outcome:
        """Push what the cluster hasn't seen; all of it, if its index is missing or outdated."""
        client = self._patient()
        return self._push_all(client) if self._has_index(client) else self.rebuild()

    def rebuild(self) -> Outcome:
        """Fill a new index, then let the alias point at it."""
        client = self._patient()
        outcome = rebuild(client, self.alias)
        self._push_all(client)
        return outcome

    def stored(self) -> dict[UUID, int]:
        """List what the index holds; nothing where it is missing or outdated."""
        client = self._patient()
        if not self._has_index(client):
            return {}
        client.indices.refresh(index=self.alias)
        hits = scan(client, index=self.alias, query={"version": True, "_source": False}, size=1000)
        return {UUID(hit["_id"]): hit["_version"] for hit in hits}

    def _patient(self) -> Elasticsearch:
        return self.client.options(request_timeout=PATIENCE)

    def _has_index(self, client: Elasticsearch) -> bool:
        """Tell whether there is an index, made for the analysis and languages of today."""
        try:
            found = client.indices.get_mapping(index=self.alias)
        except NotFoundError:
            return False
        return all(index["mappings"].get("_meta") == made_for() for index in found.values())

    def _push_all(self, client: Elasticsearch) -> Outcome:
        """Push batch by batch until nothing is left but what the cluster refuses."""
        written = 0
        while (outcome := self._push(client, waits=True)).written:
            written += outcome.written
        return Outcome(written, outcome.left_out)

    def _push(self, client: Elasticsearch, *, waits: bool) -> Outcome:
        rows = list(SearchDocument.objects.dirty()[:BATCH])
        if not rows:
            return Outcome()
        changes = [as_change(row) for row in rows]
        outcome = write(client, self.alias, changes, waits=waits)
        seen = [row.pk for row in rows if row.pk not in outcome.left_out]
        # A row that has changed since it was read has a number above all that were read.
        unchanged = SearchDocument.objects.filter(pk__in=seen, seq__lte=rows[-1].seq)
        unchanged.update(indexed_seq=F("seq"))
        return outcome
