"""A small region as compose.yaml runs it: the site in production, the embedded head, nginx."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.servers import nginx
from tests.servers.ports import LOOPBACK, free_port
from tests.servers.processes import stop

PROJECT = Path(__file__).resolve().parents[2]
SITE_HOST = "familjenshus.example"
EMBED_HOST = "listor.example"
READY_WITHIN = 60  # seconds; a busy machine is slow to load the site
ANSWER_WITHIN = 30  # seconds; the first search waits for the dictionaries
API_LIMIT = 30  # questions that each address may ask in an hour
FIRST_ENTRY = "Perheneuvola"
MAKE_CONTENT = f"""
from tests.factories import make_entry, make_site
make_site()
make_entry(title="{FIRST_ENTRY}")
"""


class Gunicorn:
    """A server of ours that a test may stop and start again, on the same port."""

    def __init__(
        self, port: int, health: str, arguments: list[str], environment: Mapping[str, str]
    ) -> None:
        """Say how it is started, and what it answers when it is well; do not start it yet."""
        self._health = f"http://{LOOPBACK}:{port}{health}"
        self._arguments = arguments
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Return when it is well."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", *self._arguments],
            cwd=PROJECT,
            env=self._environment,
            start_new_session=True,
        )
        wait_for(self._health)

    def stop(self) -> None:
        """Stop it, if it runs."""
        if self._process:
            stop(self._process)
            self._process = None


@dataclass(frozen=True)
class Region:
    """What runs, and the folder of its data."""

    proxy: nginx.Proxy
    web: Gunicorn
    embed: Gunicorn
    folder: Path
    environment: Mapping[str, str]

    def run(self, code: str) -> None:
        """Run code of ours on the region's data, beside its servers."""
        manage("shell", "--command", code, environment=self.environment)

    def visitor(self, host: str = SITE_HOST, address: str = LOOPBACK) -> httpx.Client:
        """A client that comes from this loopback address and asks for this name by HTTPS."""
        transport = httpx.HTTPTransport(verify=self.proxy.trust, local_address=address)
        return httpx.Client(
            base_url=f"https://{LOOPBACK}:{self.proxy.https_port}",
            transport=_Named(transport, host),
            headers={"Host": host},
            timeout=ANSWER_WITHIN,
        )


class _Named(httpx.BaseTransport):
    """Asks for a host's certificate, whatever the address that it is reached by."""

    def __init__(self, transport: httpx.HTTPTransport, host: str) -> None:
        self._transport = transport
        self._host = host

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions["sni_hostname"] = self._host
        return self._transport.handle_request(request)


def manage(*arguments: str, environment: Mapping[str, str]) -> None:
    """Run a management command."""
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def running_region(folder: Path) -> Iterator[Region]:
    """Yield a region of one service, its data in `folder`, which everybody can read."""
    web_port, embed_port = free_port(), free_port()
    environment = _environment(folder, web_port, embed_port)
    _prepare(environment)
    site = ["--config", "docker/gunicorn.conf.py", "familycentre.wsgi"]
    web = Gunicorn(web_port, "/health/ready", site, environment)
    head = ["--config", "docker/gunicorn.embed.conf.py", "embed.wsgi"]
    embed = Gunicorn(embed_port, "/health", head, environment)
    try:
        with ThreadPoolExecutor() as pool:
            list(pool.map(Gunicorn.start, (web, embed)))
        with nginx.server(
            folder,
            site_host=SITE_HOST,
            embed_host=EMBED_HOST,
            web=f"{LOOPBACK}:{web_port}",
            embed=f"{LOOPBACK}:{embed_port}",
        ) as proxy:
            yield Region(proxy, web, embed, folder, environment)
    finally:
        web.stop()
        embed.stop()


def _environment(folder: Path, web_port: int, embed_port: int) -> dict[str, str]:
    """The variables of compose.yaml, for one machine and its SQLite."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **kept,
        "DJANGO_SETTINGS_MODULE": "familycentre.settings.production",
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": f"{SITE_HOST},{LOOPBACK}",
        "EMAIL_URL": "smtp://localhost",
        "FAMILYCENTRE_VAR": str(folder),
        "NINJA_NUM_PROXIES": "1",
        "API_RATE": f"{API_LIMIT}/h",
        "WEB_CONCURRENCY": "1",
        "PORT": str(web_port),
        "EMBED_PORT": str(embed_port),
        "EMBED_URL": f"https://{EMBED_HOST}",
        "EMBED_CACHE": str(folder / "embed"),
        "DIRECTORY_URL": f"http://{LOOPBACK}:{web_port}",
        "DIRECTORY_PUBLIC_URL": f"https://{SITE_HOST}",
    }


def _prepare(environment: Mapping[str, str]) -> None:
    def fill_database() -> None:
        manage("migrate", "--verbosity", "0", environment=environment)
        manage("shell", "--command", MAKE_CONTENT, environment=environment)

    with ThreadPoolExecutor() as pool:
        filled = pool.submit(fill_database)
        collect: tuple[Any, ...] = ("collectstatic", "--noinput", "--verbosity", "0")
        manage(*collect, environment=environment)
        filled.result()


def wait_for(url: str) -> None:
    """Return when a server says that it is well; raise what it says instead."""
    deadline = time.monotonic() + READY_WITHIN
    while True:
        try:
            httpx.get(url, timeout=5).raise_for_status()
        except httpx.TransportError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return
