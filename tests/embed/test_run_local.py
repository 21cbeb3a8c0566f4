"""`make run` serves the site and its lists together, and stops them together."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.servers.ports import free_port, is_free

PROJECT = Path(__file__).resolve().parents[2]
START_SECONDS = 60

pytestmark = pytest.mark.once


class Run:
    """The script under way, in a process group of its own."""

    def __init__(self, folder: Path) -> None:
        self.ports = (free_port(), free_port())
        site, embed = map(str, self.ports)
        places = {"PORT": site, "EMBED_PORT": embed, "FAMILYCENTRE_VAR": str(folder)}
        usual = {"DJANGO_SETTINGS_MODULE": "familycentre.settings.dev", "WEB_CONCURRENCY": "1"}
        self.log = folder / "log"
        self.process = subprocess.Popen(
            ["docker/run-local.sh"],
            cwd=PROJECT,
            env={**os.environ, **usual, **places, "SEARCH_ENGINE": "embedded"},
            stdout=self.log.open("wb"),
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._wait_for(f"http://127.0.0.1:{site}/health/live")
        self._wait_for(f"http://127.0.0.1:{embed}/health")

    def _wait_for(self, url: str) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            try:
                urlopen(url, timeout=2).close()
            except OSError:
                time.sleep(0.2)
            else:
                return
        pytest.fail(self.log.read_text())

    def pid_of(self, application: str) -> int:
        """The process that leads an application's workers."""
        found = subprocess.run(
            ["pgrep", "-o", "-g", str(self.process.pid), "-f", application],
            check=True,
            capture_output=True,
        )
        return int(found.stdout)


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    running = Run(tmp_path)
    yield running
    if running.process.poll() is None:
        os.killpg(running.process.pid, signal.SIGKILL)


def test_ctrl_c_stops_both(run: Run) -> None:
    os.killpg(run.process.pid, signal.SIGINT)
    run.process.wait(timeout=30)
    assert all(map(is_free, run.ports))


@pytest.mark.parametrize(
    ("application", "words"),
    [
        ("embed.wsgi", "The lists for other websites have stopped"),
        ("familycentre.wsgi", "The site has stopped"),
    ],
)
def test_when_one_ends_the_other_is_stopped_and_it_is_said(
    run: Run, application: str, words: str
) -> None:
    os.kill(run.pid_of(application), signal.SIGTERM)
    assert run.process.wait(timeout=30) == 1
    assert all(map(is_free, run.ports))
    assert words in run.log.read_text()
