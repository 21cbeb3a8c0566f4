"""One POST: where it goes, how long it may take, what its answer means."""

import socket
import time
from ipaddress import IPv4Address
from typing import Any

import pytest

from api.webhooks import sending
from api.webhooks.models import Outcome
from api.webhooks.sending import Answer, post
from tests.api_webhooks.receiver import Receiver, answering, dripping, endless
from tests.servers.ports import free_port


def send(url: str) -> Answer:
    return post(url, headers={"webhook-id": "msg_1"}, body=b"{}")


def test_a_message_arrives_as_it_is(receiver: Receiver) -> None:
    assert send(receiver.url + "?from=us") == Answer(Outcome.RECEIVED, 204)
    [message] = receiver.messages
    assert message.path == "/hook?from=us"
    assert message.body == b"{}"
    assert message.headers["webhook-id"] == "msg_1"
    assert message.headers["host"] == f"127.0.0.1:{receiver.server.server_port}"


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.RECEIVED),
        (299, Outcome.RECEIVED),
        (400, Outcome.REFUSED),
        (410, Outcome.GONE),
        (500, Outcome.REFUSED),
        (599, Outcome.REFUSED),
    ],
)
def test_a_status_has_a_meaning(receiver: Receiver, status: int, outcome: Outcome) -> None:
    receiver.behaviour = answering(status)
    assert send(receiver.url) == Answer(outcome, status)


def test_redirects_are_not_followed(receiver: Receiver) -> None:
    receiver.behaviour = answering(302, Location=receiver.url)
    assert send(receiver.url) == Answer(Outcome.MOVED, 302)
    assert len(receiver.messages) == 1


def test_an_endless_answer_is_not_read(receiver: Receiver) -> None:
    receiver.behaviour = endless
    before = time.monotonic()
    assert send(receiver.url) == Answer(Outcome.RECEIVED, 200)
    assert time.monotonic() - before < 2


def test_nobody_may_take_forever(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "TOTAL_SECONDS", 0.3)
    receiver.behaviour = dripping
    before = time.monotonic()
    assert send(receiver.url) == Answer(Outcome.SLOW)
    assert time.monotonic() - before < 2


def test_where_nobody_listens_there_is_no_connection(receiver: Receiver) -> None:
    assert send(f"http://127.0.0.1:{free_port()}/") == Answer(Outcome.UNREACHABLE)


@pytest.mark.parametrize(
    ("url", "outcome"),
    [
        ("https://10.1.2.3/", Outcome.NOT_PUBLIC),
        ("https://nowhere.invalid/", Outcome.NO_HOST),
    ],
)
def test_what_may_not_be_reached_is_not_tried(url: str, outcome: Outcome) -> None:
    assert send(url) == Answer(outcome)


def test_a_proxy_in_the_environment_is_not_asked(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{free_port()}")
    assert send(receiver.url) == Answer(Outcome.RECEIVED, 204)


def test_a_name_is_asked_for_once(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that says something else the second time leads nowhere else."""
    asked: list[Any] = []

    def look_up(host: Any, *args: Any, **kwargs: Any) -> list[Any]:
        asked.append(host)
        address = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    port = receiver.server.server_port
    assert send(f"http://hooks.example:{port}/") == Answer(Outcome.RECEIVED, 204)
    assert [name for name in asked if "example" in str(name)] == ["hooks.example"]
    assert receiver.messages[0].headers["host"] == f"hooks.example:{port}"


def test_the_second_address_is_tried_where_the_first_is_dead(
    receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    addresses = [IPv4Address("127.0.0.2"), IPv4Address("127.0.0.1")]
    monkeypatch.setattr(sending, "resolve", lambda url: addresses)
    assert send(receiver.url) == Answer(Outcome.RECEIVED, 204)
