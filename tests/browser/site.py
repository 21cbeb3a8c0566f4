"""Starts the site as `make run` does: migrations, demo region, search index, gunicorn."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.ports import free_port

PROJECT = Path(__file__).resolve().parents[2]
# Tuesday morning: offices are open, and meetings lie before and behind.
NOW = "2026-11-24T10:00:00+02:00"
START_SECONDS = 30


@contextmanager
def running_site(folder: Path) -> Iterator[str]:
    """Yield the address of a site of its own, with its files in `folder`."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "familycentre.settings.dev",
        "FAMILYCENTRE_VAR": str(folder),
        "FAMILYCENTRE_NOW": NOW,
        "SEARCH_ENGINE": "embedded",
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        "LOG_LEVEL": "ERROR",
    }
    for command in (
        ["migrate", "--verbosity", "0"],
        ["load_demo", "--today", NOW[:10]],
        ["search_index", "sync"],
        ["collectstatic", "--noinput", "--verbosity", "0"],
    ):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=PROJECT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "docker/gunicorn.conf.py"]
    server = subprocess.Popen([*gunicorn, "familycentre.wsgi"], cwd=PROJECT, env=environment)
    try:
        _wait_for(f"{address}/health/ready")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def _wait_for(url: str) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    message = f"{url} did not answer in {START_SECONDS} seconds"
    raise TimeoutError(message)
