"""Answers are remembered while nothing changes, and not sent twice to who has them."""

import hashlib
from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from api.directory.version import Version
from services import clock
from services.caching import quietly

KEPT_SECONDS: Final = 90
# A cache in memory has room for hundreds of answers: the largest ones would take all of it.
LARGEST: Final = 256_000
JSON: Final = "application/json"
# Behind a busy proxy we are asked once a second; a meeting that is cancelled now is so then.
FRESHNESS: Final = "public, max-age=1"


def answered(request: HttpRequest, version: Version, make: Callable[[], bytes]) -> HttpResponse:
    """Return an answer, made anew where content or minute have changed; 304 where it is known.

    What depends on the clock, such as opening hours, changes on full minutes.
    """
    key = _key(request, version)
    body = quietly("default", lambda cache: cache.get(key))
    if body is None:
        body = make()
        if len(body) <= LARGEST:
            quietly("default", lambda cache: cache.set(key, body, KEPT_SECONDS))
    etag = f'"{_digest(body)}"'
    response = HttpResponse(body, content_type=JSON)
    response["ETag"] = etag
    response["Cache-Control"] = FRESHNESS
    return get_conditional_response(request, etag=etag, response=response) or response


def _key(request: HttpRequest, version: Version) -> str:
    asked = request.build_absolute_uri()
    minute = f"{clock.now():%Y-%m-%dT%H:%M}"
    return f"directory:{_digest(f'{version.history} {version.seq} {minute} {asked}'.encode())}"


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()
