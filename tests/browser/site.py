"""Starts the site as `make run` does: migrations, demo region, search index, gunicorn."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.ports import free_port
from tests.servers.processes import stop

PROJECT = Path(__file__).resolve().parents[2]
# Tuesday morning: offices are open, and meetings lie before and behind.
NOW = "2026-11-24T10:00:00+02:00"
START_SECONDS = 60


def prepared(folder: Path) -> dict[str, str]:
    """Make a site's files, and return the environment that it is served in."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "familycentre.settings.dev",
        "FAMILYCENTRE_VAR": str(folder),
        "FAMILYCENTRE_NOW": NOW,
        "SEARCH_ENGINE": "embedded",
        "PORT": str(free_port()),
        "WEB_CONCURRENCY": "1",
        "LOG_LEVEL": "ERROR",
    }
    for command in (
        ["migrate", "--verbosity", "0"],
        ["load_demo", "--today", NOW[:10]],
        ["search_index", "sync"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
    ):
        manage(environment, *command)
    return environment


def copied(environment: dict[str, str], folder: Path) -> dict[str, str]:
    """Make another site of a prepared one's files, and return its environment."""
    shutil.copytree(environment["FAMILYCENTRE_VAR"], folder)
    return {**environment, "FAMILYCENTRE_VAR": str(folder), "PORT": str(free_port())}


def manage(environment: dict[str, str], *command: str) -> None:
    """Run a command of manage.py's."""
    subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=PROJECT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[str]:
    """Serve a prepared site until the block ends."""
    address = f"http://127.0.0.1:{environment['PORT']}"
    command = ["-c", "docker/gunicorn.conf.py", "familycentre.wsgi"]
    # A search answers when the dictionaries are read: no test's first one is slow.
    with _gunicorn(command, environment, f"{address}/fi/etsi/?q=perhe"):
        yield address


@contextmanager
def running_embed(directory: str, cache: Path, **given: str) -> Iterator[str]:
    """Yield the address of the embedded head, fed by the directory at this address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "FAMILYCENTRE_NOW": NOW,
        "DIRECTORY_URL": directory,
        "EMBED_URL": address,
        "EMBED_PORT": str(port),
        "EMBED_CACHE": str(cache),
        "WEB_CONCURRENCY": "1",
        **given,
    }
    command = ["-c", "docker/gunicorn.embed.conf.py", "embed.wsgi"]
    with _gunicorn(command, environment, f"{address}/health"):
        yield address


@contextmanager
def _gunicorn(command: list[str], environment: dict[str, str], health: str) -> Iterator[None]:
    arguments = [sys.executable, "-m", "gunicorn", *command]
    server = subprocess.Popen(arguments, cwd=PROJECT, env=environment, start_new_session=True)
    try:
        _wait_for(health)
        yield
    finally:
        stop(server)


def _wait_for(url: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=START_SECONDS):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    message = f"{url} did not answer in {START_SECONDS} seconds"
    raise TimeoutError(message)
