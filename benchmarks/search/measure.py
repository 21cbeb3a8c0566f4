"""Measures the search: both engines, the bare server and Wagtail's own, side by side in one run.

`python benchmarks/search/measure.py [ENTRIES…]`: by default 1,000 and 10,000, on a throw-away site.
"""

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from tests.browser.site import manage, prepared
from tests.servers import elasticsearch

if TYPE_CHECKING:  # needs Django's settings, which need the site
    from search.engines.elasticsearch import ElasticsearchEngine
    from search.engines.embedded import EmbeddedEngine
    from search.query import SearchQuery

COUNTS = (1_000, 10_000)
MOST_FOR_WAGTAIL = 10_000  # past that it takes minutes a question
ROUNDS = 5
MEMORY = Path(__file__).with_name("memory.py")
COLUMNS = ("embedded", "server", "bare", "took", "wagtail")
Times = dict[str, list[float]]  # milliseconds by column


def main() -> None:
    """Prepare a site, and measure it with ever more entries."""
    counts = [int(count) for count in sys.argv[1:]] or COUNTS
    with (
        tempfile.TemporaryDirectory(prefix="familycentre-search-") as folder,
        elasticsearch.server() as url,
    ):
        site = prepared(Path(folder))
        manage(site, "build_lexicon")
        os.environ.update(site, ELASTICSEARCH_URL=url, ELASTICSEARCH_INDEX="familycentre-benchmark")
        import django

        django.setup()
        from rows import demo_documents
        from synthetic import invented

        demo = demo_documents()
        for count in counts:
            print(f"\n{count:,} entries; the machine's load is {os.getloadavg()[0]:.1f}")
            measure(list(invented(demo, count)))


def measure(entries: list) -> None:
    """Print what indexing, memory and questions come to."""
    from django.conf import settings
    from pages import put_pages
    from rows import put_rows

    from search.engines.elasticsearch import ElasticsearchEngine
    from search.engines.embedded import EmbeddedEngine

    beside_wagtail = len(entries) <= MOST_FOR_WAGTAIL
    put_pages(entries if beside_wagtail else [])  # first, since documents follow pages that go
    put_rows(entries)
    embedded = EmbeddedEngine(settings.SEARCH_INDEX_FILE)
    server = ElasticsearchEngine(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX, embedded)
    server.client = server.client.options(request_timeout=60)
    try:
        indexing(embedded, server, len(entries), beside_wagtail=beside_wagtail)
        memory()
        asking(embedded, server, beside_wagtail=beside_wagtail)
    finally:
        for name in server.client.indices.get(index=f"{server.alias}-*"):
            server.client.indices.delete(index=name)


def indexing(
    embedded: "EmbeddedEngine",
    server: "ElasticsearchEngine",
    count: int,
    *,
    beside_wagtail: bool,
) -> None:
    """Print entries a second of this process's work, and of the clock."""
    from pages import index_pages

    from search.analysis.reading import read
    from search.analysis.text import analyse_word

    read.cache_clear()
    analyse_word.cache_clear()
    print("\n| entries indexed | per second of work | per second |\n|---|--:|--:|")
    actions = {
        "embedded, nothing analysed yet": embedded.rebuild,
        "embedded, words known": embedded.rebuild,
        "Elasticsearch, words known": server.rebuild,
    }
    if beside_wagtail:
        actions["Wagtail's own (two pages an entry)"] = index_pages
    for name, action in actions.items():
        began, worked = perf_counter(), process_time()
        action()
        seconds, work = perf_counter() - began, process_time() - worked
        print(f"| {name} | {count / work:,.0f} | {count / seconds:,.0f} |", flush=True)


def memory() -> None:
    """Print what a web worker holds, in a process of its own."""
    said = subprocess.run(  # noqa: S603 - our own file
        [sys.executable, str(MEMORY)], check=True, stdout=subprocess.PIPE, text=True
    )
    started, loaded, asked = said.stdout.split()
    print(f"\nA worker: {started} MiB as it starts, {loaded} ready, {asked} after all questions")


def asking(
    embedded: "EmbeddedEngine", server: "ElasticsearchEngine", *, beside_wagtail: bool
) -> None:
    """Print how long each kind of question takes, everybody being asked in turns."""
    from pages import search_pages
    from questions import WORDS, questions

    print("\n| p50 / p95, ms | embedded | Elasticsearch | bare | its own | ratio | Wagtail |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    everything: Times = defaultdict(list)
    for kind, queries in questions().items():
        times: Times = defaultdict(list)
        for number in range(ROUNDS + 1):
            for query in queries:
                ask(embedded, server, query, times)
            if not number:  # the first round warms everybody up
                times.clear()
        if beside_wagtail and kind in WORDS:  # once: it takes seconds
            times["wagtail"] = [timed(partial(search_pages, query)) for query in queries]
        for column, several in times.items():
            everything[column] += several
        print(row(kind, times), flush=True)
    print(row("all", everything))


def ask(
    embedded: "EmbeddedEngine", server: "ElasticsearchEngine", query: "SearchQuery", times: Times
) -> None:
    """Ask a question of all, one after the other, and note how long each took."""
    body = server.body(server.read(query))
    times["embedded"].append(timed(partial(embedded.search, query)))
    times["server"].append(timed(partial(server.search, query)))
    bare = partial(server.client.search, index=server.alias, body=body)
    times["bare"].append(timed(bare))
    times["took"].append(bare()["took"])


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds that an action takes."""
    began = perf_counter()
    action()
    return 1000 * (perf_counter() - began)


def row(kind: str, times: Times) -> str:
    """Return a line of the table; the ratio is the whole request's to the bare one's."""
    embedded, server, bare, took, wagtail = (spread(times[column]) for column in COLUMNS)
    ratio = median(
        whole / alone for whole, alone in zip(times["server"], times["bare"], strict=True)
    )
    return f"| {kind} | {embedded} | {server} | {bare} | {took} | {ratio:.2f} | {wagtail} |"


def spread(several: list[float]) -> str:
    """Return the median and what only one in twenty exceeds."""
    return f"{median(several):.1f} / {quantiles(several, n=20)[-1]:.1f}" if several else ""


if __name__ == "__main__":
    main()
