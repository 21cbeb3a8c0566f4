"""The whole test run on real servers: measured on SQLite, then on PostgreSQL with what is long.

`python -m tests.servers [PYTEST ARGUMENTS…]`; its last line is pytest's own summary.
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from tests.servers import elasticsearch, packages, postgres
from tests.servers.processes import exit_on_signals, run
from tests.servers.say import say

PACKAGES = ("chromium", "gettext", "nginx-light", "openssl", "postgresql")
PYTEST = (sys.executable, "-m", "pytest", "-n", "2", "--dist", "loadgroup")
COVERAGE = 90  # percent of lines
# Measuring makes tests take half as long again, so what is long is not measured, and runs once.
LONG = "once or browser or nginx"


def main(arguments: list[str]) -> int:
    """Start the servers at the same time, run the tests twice, stop the servers."""
    exit_on_signals()
    packages.require([*PACKAGES, *packages.DICTIONARIES, *elasticsearch.packages_needed()])
    os.environ.pop("DATABASE_URL", None)  # whatever database it names, tests have no business there
    with ExitStack() as servers:
        with ThreadPoolExecutor() as pool:
            starting = (postgres.server(), elasticsearch.server())
            database, search = pool.map(servers.enter_context, starting)
        return _run_tests(database, search, arguments)


def _run_tests(database: str, search: str, arguments: list[str]) -> int:
    say("Tests on SQLite, measured")
    coverage = ["--cov", "--cov-report=term:skip-covered", f"--cov-fail-under={COVERAGE}"]
    on_sqlite = run(
        [*PYTEST, *coverage, "-m", f"not postgres and not ({LONG})", *arguments],
        {"ELASTICSEARCH_URL": search},
    )
    say("Tests on PostgreSQL, and what is long")
    on_postgres = run(
        [*PYTEST, "-m", f"postgres or databases or {LONG}", *arguments],
        {"ELASTICSEARCH_URL": search, "DATABASE_URL": database},
    )
    return on_sqlite or on_postgres


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
