"""Messages go to public addresses only, whatever a name or an address looks like."""

import socket
from ipaddress import ip_address
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from api.webhooks.addresses import is_public, resolve

PUBLIC = "93.184.215.14"


def names_lead_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Answer for the name servers of the world."""

    def look_up(*args: Any, **kwargs: Any) -> list[Any]:
        kind = socket.SOCK_STREAM
        return [(socket.AF_INET, kind, 6, "", (address, 0)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
    ],
)
def test_these_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_these_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://127.1/",
    ],
)
def test_ways_to_write_this_machine_are_refused(url: str) -> None:
    with pytest.raises(ValidationError) as refused:
        resolve(url)
    assert refused.value.code == "not_public"


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    names_lead_to(monkeypatch, PUBLIC, "10.0.0.7")
    with pytest.raises(ValidationError) as refused:
        resolve("https://both.example/")
    assert refused.value.code == "not_public"


def test_a_public_name_is_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    names_lead_to(monkeypatch, PUBLIC)
    assert resolve("https://hooks.example/in?from=us") == [ip_address(PUBLIC)]


@pytest.mark.parametrize("url", ["http://hooks.example/", "https://me:secret@hooks.example/"])
def test_plain_http_and_passwords_are_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    names_lead_to(monkeypatch, PUBLIC)
    with pytest.raises(ValidationError):
        resolve(url)


@pytest.mark.parametrize("url", ["https://", "https://nowhere.invalid/", f"https://{'a' * 70}.fi/"])
def test_what_leads_nowhere_says_so(url: str) -> None:
    with pytest.raises(ValidationError) as refused:
        resolve(url)
    assert refused.value.code == "no_host"
