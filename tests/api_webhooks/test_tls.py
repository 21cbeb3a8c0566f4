"""The connection goes to the checked address, and the certificate must be the name's."""

import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import certifi
import pytest

from api.webhooks.models import Outcome
from api.webhooks.sending import Answer, post
from tests.api_webhooks.receiver import Receiver

NAME = "hooks.example"


@pytest.fixture
def names_asked_for(
    receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """Make the receiver speak TLS as `hooks.example`; return the names it is greeted by."""
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    command = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={NAME}"
    files = ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command.split(), *files], check=True, capture_output=True)
    names: list[str] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda connection, name, same: names.append(name)
    receiver.server.socket = context.wrap_socket(receiver.server.socket, server_side=True)
    monkeypatch.setattr(certifi, "where", lambda: str(certificate))
    monkeypatch.setattr(socket, "getaddrinfo", leading_here)
    return names


def leading_here(*args: Any, **kwargs: Any) -> list[Any]:
    """Answer for the name servers of the world."""
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]


def send(receiver: Receiver, name: str) -> Answer:
    return post(f"https://{name}:{receiver.server.server_port}/", headers={}, body=b"{}")


def test_the_name_is_greeted_at_its_address(receiver: Receiver, names_asked_for: list[str]) -> None:
    assert send(receiver, NAME) == Answer(Outcome.RECEIVED, 204)
    assert names_asked_for == [NAME]


def test_another_name_s_certificate_is_refused(
    receiver: Receiver, names_asked_for: list[str]
) -> None:
    assert send(receiver, "other.example") == Answer(Outcome.UNREACHABLE)
    assert receiver.messages == []
