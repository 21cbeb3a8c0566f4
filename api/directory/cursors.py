"""Cursors: where a page ended, in a form that nobody is tempted to write by hand."""

import base64
import zlib
from collections.abc import Collection
from typing import Final

from api.directory.reasons import CURSOR
from api.problems import UnreadableError

BETWEEN: Final = "\n"
# Bytes: numbers up to ten millions. What unpacks to more is no cursor of ours.
LARGEST_SET: Final = 1_250_000


def write(order: str, *parts: str) -> str:
    """Return the cursor of a list in this order, after the row that the parts name."""
    return _encoded(BETWEEN.join([order, *parts]).encode())


def read(cursor: str, order: str, count: int) -> list[str]:
    """Return the parts of a cursor; raise UnreadableError where it isn't one of this order."""
    try:
        found, *parts = _decoded(cursor).decode().split(BETWEEN)
    except ValueError as error:
        raise UnreadableError({"cursor": CURSOR}) from error
    if found != order or len(parts) != count:
        raise UnreadableError({"cursor": CURSOR})
    return parts


def write_set(numbers: Collection[int]) -> str:
    """Return a set of small numbers as text: a bit for each, compressed."""
    content = bytearray(max(numbers, default=0) // 8 + 1)
    for number in numbers:
        content[number // 8] |= 1 << number % 8
    return _encoded(zlib.compress(content))


def read_set(text: str) -> set[int]:
    """Return the numbers of a set; raise UnreadableError where it is none."""
    try:
        content = zlib.decompressobj().decompress(_decoded(text), LARGEST_SET)
    except (ValueError, zlib.error) as error:
        raise UnreadableError({"cursor": CURSOR}) from error
    return {
        index * 8 + bit
        for index, byte in enumerate(content)
        if byte
        for bit in range(8)
        if byte >> bit & 1
    }


def _encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode()


def _decoded(text: str) -> bytes:
    return base64.b64decode(text, altchars="-_", validate=True)
