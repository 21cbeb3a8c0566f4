"""What differs from place to place, from the environment; what can't be read stops the app."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from environs import Env, ValidationError

from embed import clock

# A scheme and a host, as frame-ancestors takes them: *. for any subdomain, :* for any port.
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:(\d+|\*))?")
CACHE = Path(__file__).resolve().parents[1] / "var" / "embed"


@dataclass(frozen=True)
class Settings:
    """Addresses are without a slash at the end."""

    directory_url: str  # where the API is asked
    directory_public_url: str  # where visitors find the family centre
    embed_url: str  # where visitors find this app
    sites: tuple[str, ...]  # origins that may frame it
    cache_folder: Path

    @classmethod
    def from_environment(cls) -> Self:
        """Read DIRECTORY_URL, DIRECTORY_PUBLIC_URL, EMBED_URL, EMBED_SITES and EMBED_CACHE.

        EnvError names the variable that makes no sense; ValueError, a FAMILYCENTRE_NOW.
        """
        clock.now()
        env = Env()
        port = env.int("EMBED_PORT", 8001)
        directory_url = env.str("DIRECTORY_URL", "http://127.0.0.1:8000", validate=_check_address)
        return cls(
            directory_url=directory_url.rstrip("/"),
            directory_public_url=env.str(
                "DIRECTORY_PUBLIC_URL", directory_url, validate=_check_address
            ).rstrip("/"),
            embed_url=env.str(
                "EMBED_URL", f"http://127.0.0.1:{port}", validate=_check_address
            ).rstrip("/"),
            sites=tuple(
                env.list("EMBED_SITES", [], validate=lambda sites: [*map(_check_origin, sites)])
            ),
            cache_folder=env.path("EMBED_CACHE", CACHE),
        )


def _check_address(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValidationError(f"{address!r} is no address: it starts with https:// or http://")


def _check_origin(site: str) -> None:
    if not ORIGIN.fullmatch(site):
        raise ValidationError(f"{site!r} is no origin such as https://www.example.org")
