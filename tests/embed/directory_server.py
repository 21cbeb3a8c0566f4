"""A real HTTP server that stands in for the directory: it answers by hand, or is away, or slow."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.embed import answers
from tests.servers.ports import LOOPBACK

Content = Callable[[str], dict[str, Any]]


@dataclass
class Standin:
    """What the server answers, by path, and what it has been asked."""

    url: str = ""
    contents: dict[str, Content] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    status: int = 200  # of every answer, unless 200
    delay: float = 0  # seconds before an answer
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    not_modified: int = 0

    def paths(self) -> list[str]:
        """What was asked, without parameters."""
        return [path for path, _params in self.asked]


def usual_contents() -> dict[str, Content]:
    """One entry, one meeting, one organisation."""
    return {
        "codes": answers.codes,
        "entries": lambda lang: answers.page([answers.entry(lang)]),
        f"entries/{answers.CAFE}": answers.entry,
        "meetings": lambda lang: answers.page([answers.meeting_of_entry(lang)]),
        "organisations": lambda lang: answers.page([answers.organisation(lang)]),
    }


@contextmanager
def serving(standin: Standin) -> Iterator[None]:
    """Serve until the block ends; a standin that had an address keeps it."""
    port = urlsplit(standin.url).port or 0
    server = ThreadingHTTPServer((LOOPBACK, port), _handler(standin))
    standin.url = f"http://{LOOPBACK}:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def _handler(standin: Standin) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            path = unquote(address.path).removeprefix("/api/directory/")
            params = {name: values[0] for name, values in parse_qs(address.query).items()}
            standin.asked.append((path, params))
            standin.headers.append(dict(self.headers))
            time.sleep(standin.delay)
            content = standin.contents.get(path)
            status = standin.statuses.get(path, standin.status)
            if status != 200 or content is None:
                self._answer(404 if status == 200 else status, b"{}", "")
                return
            body = json.dumps(content(params["lang"])).encode()
            etag = f'"{hashlib.sha256(body).hexdigest()}"'
            if self.headers.get("If-None-Match") == etag:
                standin.not_modified += 1
                self._answer(304, b"", etag)
            else:
                self._answer(200, body, etag)

        def _answer(self, status: int, body: bytes, etag: str) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            if etag:
                self.send_header("ETag", etag)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            pass

    return Handler
