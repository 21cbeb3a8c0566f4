"""What pages are made with: another release of the site, or other settings, keep their own."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

from familycentre.settings.paths import PROJECT

ROOMS: Final = ("home", "services", "search", "api", "site", "locale")
SUFFIXES: Final = {".py", ".html", ".svg", ".mo"}


@cache
def release() -> str:
    """Return a digest of code, templates, catalogues, static files and settings.

    The same in every process and on every machine that runs the same image.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path in _files():
        state = path.stat()
        digest.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    # The names of static files stand on every page.
    digest.update(str(getattr(staticfiles_storage, "manifest_hash", "")).encode())
    digest.update(f"{settings.LANGUAGES} {settings.COUNTRY}".encode())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted(path for path in (PROJECT / room).rglob("*") if path.suffix in SUFFIXES)
