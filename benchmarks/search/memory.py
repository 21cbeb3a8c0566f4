"""Says what a web worker's memory comes to: `python memory.py`, on the site of the environment."""

import os
from pathlib import Path


def held() -> int:
    """Return how many MiB of memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 2**20


def main() -> None:
    """Print: as it starts, with everything loaded, after all questions."""
    from django.core.wsgi import get_wsgi_application

    get_wsgi_application()
    from django.urls import get_resolver
    from questions import questions

    from search.finding import find
    from search.warming import warm_up

    assert get_resolver().url_patterns  # noqa: S101 - reading them imports every view
    started = held()
    warm_up()
    loaded = held()
    for several in questions().values():
        for query in several:
            find(query)
    print(started, loaded, held())


if __name__ == "__main__":
    main()
