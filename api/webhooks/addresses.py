"""Which addresses messages may go to: public ones, so that nobody reaches inward through us."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

import httpx
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# IPv6 networks whose addresses lead on to an IPv4 address that they hold: NAT64 and 6to4.
CARRIERS: Final = (ip_network("64:ff9b::/96"), ip_network("2002::/16"))


def resolve(url: str) -> list[IPv4Address | IPv6Address]:
    """Return the addresses of a URL's host.

    Raises ValidationError, with the code `no_host` or `not_public`, where a message may not go
    there. One address that isn't public is enough: the next connection could get that one.
    """
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise ValidationError(_("There is no such address."), code="no_host") from error
    if parsed.userinfo:
        raise ValidationError(_("The address must not hold a password."), code="not_public")
    found = _look_up(parsed.raw_host.decode())
    if settings.WEBHOOKS_ALLOW_PRIVATE:
        return found
    if parsed.scheme != "https":
        raise ValidationError(_("The address must begin with https://."), code="not_public")
    if not all(is_public(address) for address in found):
        raise ValidationError(_("This address isn't public."), code="not_public")
    return found


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether an address is somewhere on the open internet."""
    carried = any(address in network for network in CARRIERS)
    return address.is_global and not address.is_multicast and not carried


def _look_up(host: str) -> list[IPv4Address | IPv6Address]:
    try:
        found = socket.getaddrinfo(host or "invalid.", None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ValidationError(_("There is no such address."), code="no_host") from error
    return [ip_address(socket_address[0]) for *_kind, socket_address in found]
