"""A throw-away Elasticsearch, of one node or of several.

`python -m tests.servers.elasticsearch` keeps it in the foreground until Ctrl-C;
`python -m tests.servers.elasticsearch COMMAND…` runs a command with ELASTICSEARCH_URL set, and
stops the server when the command ends.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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
node.name: "{transport}"
network.host: {host}
http.port: {http}
transport.port: {transport}
path.data: {folder}/data
path.logs: {folder}/logs
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""
ALONE = "discovery.type: single-node\n"
TOGETHER = """\
discovery.seed_hosts: {hosts}
cluster.initial_master_nodes: {names}
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
    with cluster(1, port) as (node,):
        yield node.url


@contextmanager
def cluster(count: int, port: int = 0) -> Iterator[list["Node"]]:
    """Yield so many running servers that know of each other; the first at this port if it can."""
    home = distribution.find_or_fetch()
    transports = [free_port() for _ in range(count)]
    with (
        tempfile.TemporaryDirectory(prefix="elastic-", ignore_cleanup_errors=True) as name,
        ExitStack() as stack,
    ):
        nodes = [
            Node(Path(name) / str(own), home, free_port(preferred=port), own, transports)
            for own in transports
        ]
        with step("Starting Elasticsearch"):
            for node in nodes:
                node.start()
                stack.callback(node.stop)
            for node in nodes:
                node.wait_until_ready(count)
        yield nodes


class Node:
    """One server with data of its own: it may be killed and started again."""

    process: subprocess.Popen[bytes]

    def __init__(
        self, folder: Path, home: Path, port: int, transport: int, transports: list[int]
    ) -> None:
        self.folder = folder
        self.home = home
        self.url = f"http://{LOOPBACK}:{port}"
        folder.mkdir()
        shutil.copytree(home / "config", folder / "config")
        (folder / "tmp").mkdir()
        hosts = [f"{LOOPBACK}:{other}" for other in transports]
        names = [str(other) for other in transports]
        (folder / "config" / "elasticsearch.yml").write_text(
            (SETTINGS + (ALONE if len(transports) == 1 else TOGETHER)).format(
                host=LOOPBACK,
                http=port,
                transport=transport,
                folder=folder,
                hosts=json.dumps(hosts),
                names=json.dumps(names),
            )
        )
        hand_over(folder.parent, ACCOUNT)

    def start(self) -> None:
        """Start what the distribution's own script would; the artifact leaves that script out."""
        options = {
            "cli.name": "server",
            "cli.script": "./bin/elasticsearch",
            "cli.libs": "lib/tools/server-cli",
            "es.path.home": str(self.home),
            "es.path.conf": str(self.folder / "config"),
            "es.distribution.type": "tar",
            "java.io.tmpdir": str(self.folder / "tmp"),
        }
        defined = [f"-D{name}={value}" for name, value in options.items()]
        java = ["java", "-Xms4m", "-Xmx64m", "-XX:-UsePerfData", *defined]
        places = {
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_TMPDIR": str(self.folder / "tmp"),
        }
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                [*java, "-cp", CLASS_PATH, "org.elasticsearch.launcher.CliToolLauncher"],
                cwd=self.home,
                env={**os.environ, **places, "ES_JAVA_OPTS": JAVA_OPTIONS},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is ours to pass on, when the tests have ended
                **identity(ACCOUNT),
            )

    def wait_until_ready(self, nodes: int = 1) -> None:
        """Wait until it is one of so many that know of each other."""
        deadline = time.monotonic() + READY_WITHIN
        while not _answers(f"{self.url}/_cluster/health?wait_for_nodes=%3E%3D{nodes}"):
            if self.process.poll() is not None or time.monotonic() > deadline:
                log = last_lines(self.folder / "log")
                raise RuntimeError(f"Elasticsearch did not start:\n{log}")
            time.sleep(0.5)

    def kill(self) -> None:
        """Let it die on the spot, as when the power goes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Stop it, if it runs."""
        if self.process.poll() is None:
            stop(self.process)


def _answers(health: str) -> bool:
    try:
        with urlopen(f"{health}&wait_for_status=yellow&timeout=5s", timeout=10) as response:
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
