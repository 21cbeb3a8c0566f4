"""A throw-away PostgreSQL in a temporary folder: made in two seconds, gone with its tests."""

import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.accounts import hand_over, identity
from tests.servers.ports import LOOPBACK, free_port
from tests.servers.processes import last_lines, stop
from tests.servers.say import step

ACCOUNT = "postgres"
READY_WITHIN = 30  # seconds
# Nobody misses this data after a power cut, so nothing waits for the disk.
SETTINGS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=50")


def program(name: str) -> str | None:
    """Where a program of PostgreSQL is; Debian keeps the server's out of PATH."""
    newest_first = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    return shutil.which(name) or next(map(str, newest_first), None)


@contextmanager
def server() -> Iterator[str]:
    """Yield the DATABASE_URL of an empty server, and stop it afterwards."""
    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        hand_over(folder, ACCOUNT)
        port = free_port()
        with step("Starting PostgreSQL"):
            _create(folder / "data")
            process = _start(folder, port)
        try:
            _wait_until_ready(process, folder, port)
            yield f"postgres://{ACCOUNT}@{LOOPBACK}:{port}/postgres"
        finally:
            stop(process, signal.SIGINT)  # "fast": does not wait for open connections


def _create(data: Path) -> None:
    arguments = ["--username", ACCOUNT, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run(
        [str(program("initdb")), "--no-sync", *arguments, "--pgdata", str(data)],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=data.parent,
        **identity(ACCOUNT),
    )


def _start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    settings = [f"--{setting.replace('_', '-')}" for setting in SETTINGS]
    where = ["-D", str(folder / "data"), "-k", str(folder), "-h", LOOPBACK, "-p", str(port)]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [str(program("postgres")), *where, *settings],
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=folder,
            start_new_session=True,  # Ctrl-C is ours to pass on, when the tests have ended
            **identity(ACCOUNT),
        )


def _wait_until_ready(process: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    deadline = time.monotonic() + READY_WITHIN
    question = [str(program("pg_isready")), "-q", "-h", LOOPBACK, "-p", str(port)]
    while subprocess.run(question, check=False).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start:\n{last_lines(folder / 'log')}")
        time.sleep(0.1)
