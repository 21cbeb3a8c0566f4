"""A throw-away nginx with the containers' own configuration, on free ports and without rights."""

import shutil
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.accounts import hand_over, identity
from tests.servers.ports import LOOPBACK, free_port, is_free
from tests.servers.processes import last_lines, stop

ACCOUNT = "nobody"
CONFIGURATION = Path(__file__).resolve().parents[2] / "docker" / "nginx"
MIME_TYPES = Path("/etc/nginx/mime.types")
READY_WITHIN = 10  # seconds


@dataclass(frozen=True)
class Proxy:
    """Where a running nginx listens, and what a client needs to trust it."""

    http_port: int
    https_port: int
    trust: ssl.SSLContext
    access_log: Path


def program() -> str | None:
    """Where nginx is; Debian keeps it out of users' PATH."""
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin") or shutil.which("nginx")


@contextmanager
def server(srv: Path, *, site_host: str, embed_host: str, web: str, embed: str) -> Iterator[Proxy]:
    """Serve two names from `srv` (static, media), and from two applications (host:port).

    Everybody must be able to read `srv`.
    """
    http, https = free_port(), free_port()
    variables = {
        "SITE_HOST": site_host,
        "EMBED_HOST": embed_host,
        "WEB_SERVER": web,
        "EMBED_SERVER": embed,
        "HTTP_PORT": f"{LOOPBACK}:{http}",
        "HTTPS_PORT": f"{LOOPBACK}:{https}",
    }
    with tempfile.TemporaryDirectory(prefix="nginx-") as name:
        etc = Path(name)
        _configure(etc, variables)
        _make_certificate(etc / "tls", [site_host, embed_host])
        hand_over(etc, ACCOUNT)
        shutil.copytree(CONFIGURATION / "pages", srv / "pages")
        (srv / "tmp").mkdir()
        hand_over(srv / "tmp", ACCOUNT)
        process = _start(etc, srv)
        try:
            _wait_until_ready(process, https, etc / "log")
            trust = ssl.create_default_context(cafile=str(etc / "tls" / "certificate.pem"))
            yield Proxy(http, https, trust, etc / "log")
        finally:
            stop(process)


def _configure(etc: Path, variables: Mapping[str, str]) -> None:
    """Lay the files out as in the official image, whose start fills in the templates likewise."""
    shutil.copy(MIME_TYPES, etc)
    shutil.copy(CONFIGURATION / "nginx.conf", etc)
    shutil.copytree(CONFIGURATION / "includes", etc / "includes")
    (etc / "conf.d").mkdir()
    names = " ".join(f"${{{name}}}" for name in variables)
    for template in (CONFIGURATION / "templates").glob("*.template"):
        with template.open() as source, (etc / "conf.d" / template.stem).open("w") as target:
            subprocess.run(
                ["envsubst", names], stdin=source, stdout=target, env={**variables}, check=True
            )


def _make_certificate(tls: Path, names: list[str]) -> None:
    tls.mkdir()
    alternatives = ",".join(f"DNS:{name}" for name in names)
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={names[0]}", "-addext", f"subjectAltName={alternatives}"),
            *("-keyout", str(tls / "key.pem"), "-out", str(tls / "certificate.pem")),
        ],
        check=True,
        capture_output=True,
    )


def _start(etc: Path, srv: Path) -> subprocess.Popen[bytes]:
    log = etc / "log"
    log.touch()
    hand_over(etc, ACCOUNT)  # nginx opens its standard output again, by name
    with log.open("ab") as output:
        return subprocess.Popen(
            [
                *(str(program()), "-p", str(srv), "-c", str(etc / "nginx.conf")),
                *("-e", "stderr", "-g", "daemon off;"),
            ],
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=srv,
            start_new_session=True,  # Ctrl-C is ours to pass on, when the tests have ended
            **identity(ACCOUNT),
        )


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while is_free(port):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"nginx did not start:\n{last_lines(log)}")
        time.sleep(0.05)
