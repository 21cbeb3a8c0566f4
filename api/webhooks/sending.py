"""One POST to a subscriber: to the address that was checked, and never for long."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Final

import httpx
from django.core.exceptions import ValidationError

from api.webhooks.addresses import resolve
from api.webhooks.models import Outcome

TIMEOUT: Final = httpx.Timeout(5, connect=3)  # seconds
TOTAL_SECONDS: Final = 10


@dataclass(frozen=True)
class Answer:
    """What a subscriber said; no status: it said nothing."""

    outcome: Outcome
    status: int | None = None


def post(url: str, *, headers: Mapping[str, str], body: bytes) -> Answer:
    """Send a message, and return what came of it; never raises for the subscriber's faults."""
    try:
        addresses = resolve(url)
        status = asyncio.run(_post_to_any(addresses, httpx.URL(url), headers, body))
    except ValidationError as error:
        return Answer(Outcome(str(error.code)))
    except (TimeoutError, httpx.TimeoutException):
        return Answer(Outcome.SLOW)
    except httpx.HTTPError:
        return Answer(Outcome.UNREACHABLE)
    return Answer(_outcome(status), status)


async def _post_to_any(
    addresses: list[IPv4Address | IPv6Address],
    url: httpx.URL,
    headers: Mapping[str, str],
    body: bytes,
) -> int:
    """Try the host's addresses in turn; only a connection that fails leads to the next."""
    *others, last = addresses
    async with asyncio.timeout(TOTAL_SECONDS):
        for address in others:
            try:
                return await _post(address, url, headers, body)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await _post(last, url, headers, body)


async def _post(
    address: IPv4Address | IPv6Address, url: httpx.URL, headers: Mapping[str, str], body: bytes
) -> int:
    """Connect to the address itself: asking for the name again could lead somewhere else.

    The status is all we want to know, so nothing of the answer's body is read.
    """
    pinned = url.copy_with(host=str(address))
    async with (
        httpx.AsyncClient(timeout=TIMEOUT, trust_env=False, follow_redirects=False) as client,
        client.stream(
            "POST",
            pinned,
            content=body,
            headers={**headers, "Host": url.netloc.decode()},
            extensions={"sni_hostname": url.raw_host.decode()},
        ) as response,
    ):
        return response.status_code


def _outcome(status: int) -> Outcome:
    if status == httpx.codes.GONE:
        return Outcome.GONE
    if httpx.codes.is_success(status):
        return Outcome.RECEIVED
    return Outcome.MOVED if httpx.codes.is_redirect(status) else Outcome.REFUSED
