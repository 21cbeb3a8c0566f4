"""A throw-away Elasticsearch of one node.

`python -m tests.servers.elasticsearch` keeps it in the foreground until Ctrl-C;
`python -m tests.servers.elasticsearch COMMAND…` runs a command with ELASTICSEARCH_URL set, and
stops the server when the command ends.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.servers import distribution, packages
from tests.servers.accounts import hand_over, identity
from tests.servers.ports import LOOPBACK, free_port
from tests.servers.processes import exit_on_signals, last_lines, run, stop
from tests.servers.say import say, step

ACCOUNT = "nobody"
USUAL_PORT = 9200
READY_WITHIN = 120  # seconds; a busy machine of two cores takes about thirty
CLASS_PATH = "lib/*:lib/cli-launcher/*"
JAVA_OPTIONS = "-Xms512m -Xmx512m -XX:-UsePerfData"
SETTINGS = """\
cluster.name: familycentre-local
network.host: {host}
http.port: {http}
transport.port: {transport}
path.data: {folder}/data
path.logs: {folder}/logs
discovery.type: single-node
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""


def packages_needed() -> list[str]:
    """Name the system packages that a server of our own takes."""
    return [] if os.environ.get("ELASTICSEARCH_URL") else distribution.packages_needed()


@contextmanager
def server(port: int = 0) -> Iterator[str]:
    """Yield the URL of a running server: ELASTICSEARCH_URL's, or one started for the occasion."""
    if url := os.environ.get("ELASTICSEARCH_URL"):
        yield url
        return
    home = distribution.find_or_fetch()
    port = free_port(preferred=port)
    with tempfile.TemporaryDirectory(prefix="elastic-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _configure(folder, home, port)
        process = _start(folder, home)
        try:
            with step("Starting Elasticsearch"):
                _wait_until_ready(process, folder, port)
            yield f"http://{LOOPBACK}:{port}"
        finally:
            stop(process)


def _configure(folder: Path, home: Path, port: int) -> None:
    shutil.copytree(home / "config", folder / "config")
    (folder / "tmp").mkdir()
    (folder / "config" / "elasticsearch.yml").write_text(
        SETTINGS.format(host=LOOPBACK, http=port, transport=free_port(), folder=folder)
    )
    hand_over(folder, ACCOUNT)


def _start(folder: Path, home: Path) -> subprocess.Popen[bytes]:
    """Start what the distribution's own script would; the artifact leaves that script out."""
    options = {
        "cli.name": "server",
        "cli.script": "./bin/elasticsearch",
        "cli.libs": "lib/tools/server-cli",
        "es.path.home": str(home),
        "es.path.conf": str(folder / "config"),
        "es.distribution.type": "tar",
        "java.io.tmpdir": str(folder / "tmp"),
    }
    defined = [f"-D{name}={value}" for name, value in options.items()]
    java = ["java", "-Xms4m", "-Xmx64m", "-XX:-UsePerfData", *defined]
    places = {"ES_PATH_CONF": str(folder / "config"), "ES_TMPDIR": str(folder / "tmp")}
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [*java, "-cp", CLASS_PATH, "org.elasticsearch.launcher.CliToolLauncher"],
            cwd=home,
            env={**os.environ, **places, "ES_JAVA_OPTS": JAVA_OPTIONS},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C is ours to pass on, when the tests have ended
            **identity(ACCOUNT),
        )


def _wait_until_ready(process: subprocess.Popen[bytes], folder: Path, port: int) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while not _answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"Elasticsearch did not start:\n{last_lines(folder / 'log')}")
        time.sleep(0.5)


def _answers(port: int) -> bool:
    health = f"http://{LOOPBACK}:{port}/_cluster/health?wait_for_status=yellow&timeout=5s"
    try:
        with urlopen(health, timeout=10) as response:
            return bool(response.status == 200)
    except (URLError, OSError):
        return False


def main(command: list[str]) -> int:
    """Serve a command, or whoever comes until Ctrl-C."""
    exit_on_signals()
    packages.require(packages_needed())
    with server(port=USUAL_PORT) as url:
        if command:
            return run(command, {"ELASTICSEARCH_URL": url})
        say(f"Elasticsearch answers on {url} (Ctrl-C stops it)")
        signal.pause()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
