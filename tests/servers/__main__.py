"""The whole test run on real servers: measured on SQLite, then on PostgreSQL with what is long.

`python -m tests.servers [PYTEST ARGUMENTS…]`; its last line is pytest's own summary.
With arguments, which mean a part of the tests, nothing is measured.
"""

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from tests.servers import elasticsearch, packages, postgres
from tests.servers.processes import exit_on_signals, run
from tests.servers.say import say

PACKAGES = ("chromium", "gettext", "nginx-light", "openssl", "postgresql")
PYTEST = ("-m", "pytest", "-n", "2", "--dist", "loadgroup")
COVERAGE = 90  # percent of lines
# The same on every database, and long: browsers, nginx, and what says so of itself.
LONG = "once or browser or nginx"
# Elasticsearch doesn't know which database its documents come from.
ON_SQLITE = f"not postgres and not elasticsearch and not ({LONG})"
ON_POSTGRES = f"postgres or elasticsearch or databases or {LONG}"


def main(arguments: list[str]) -> int:
    """Run the tests twice; the servers of the second run start meanwhile, and are stopped."""
    exit_on_signals()
    packages.require([*PACKAGES, *packages.DICTIONARIES, *elasticsearch.packages_needed()])
    os.environ.pop("DATABASE_URL", None)  # whatever database it names, tests have no business there
    with ExitStack() as servers, ThreadPoolExecutor() as pool:
        starting = [
            pool.submit(servers.enter_context, server)
            for server in (postgres.server(), elasticsearch.server())
        ]
        on_sqlite = _test_on_sqlite(arguments)
        database, search = (each.result() for each in starting)
        say("Tests on PostgreSQL, and what is long")
        on_postgres = _test(
            [*PYTEST, "-m", ON_POSTGRES, *arguments],
            {"ELASTICSEARCH_URL": search, "DATABASE_URL": database},
        )
    return on_sqlite or on_postgres


def _test_on_sqlite(arguments: list[str]) -> int:
    say("Tests on SQLite" if arguments else "Tests on SQLite, measured")
    run_tests = _test if arguments else _measure
    return run_tests([*PYTEST, "-m", ON_SQLITE, *arguments], {})


def _test(command: Sequence[str], environment: Mapping[str, str]) -> int:
    return run([sys.executable, *command], environment)


def _measure(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run tests, show which lines they leave out, and fail where these are too many."""
    measuring = (sys.executable, "-m", "slipcover")
    with tempfile.TemporaryDirectory(prefix="coverage-") as folder:
        lines = str(Path(folder) / "lines.json")
        outcome = run([*measuring, "--json", "--out", lines, *command], environment)
        # A run with workers forgets what these have found when it is told the floor itself.
        floor = ("--fail-under", str(COVERAGE))
        too_few = run([*measuring, *floor, "--skip-covered", "--out", lines, "--merge", lines], {})
    return outcome or too_few


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
