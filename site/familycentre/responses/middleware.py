"""The first in the chain: a page that is kept is answered before anything else is asked."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Final, TypeGuard

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from familycentre.responses.kept import Kept
from familycentre.responses.release import release
from familycentre.responses.version import current_version
from services import clock, expiry
from services.caching import quietly

CACHE: Final = "responses"
# By name in the addresses: pages, help now, the week. Finding help is counted, search by search.
VIEWS: Final = {"wagtail_serve", "help_now", "this_week"}
# What changes behind the site's back, such as a database that is restored, shows within an hour.
LONGEST: Final = timedelta(hours=1)


class ResponseCacheMiddleware:
    """Keeps public pages by host and path until content or clock change what they say."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Stand aside where somebody changes templates under a running site."""
        if settings.DEBUG:
            raise MiddlewareNotUsed
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from the cache, or keep what the site answers."""
        version = current_version() if _may_be_kept(request) else None
        if version is None:
            return self._get_response(request)
        key, now = _key(request), clock.now().timestamp()
        kept: Kept | None = quietly(CACHE, lambda cache: cache.get(key))
        if kept and kept.holds(version, now):
            return kept.answer(request, now)
        with expiry.listening() as ends:
            response = self._get_response(request)
        if not _is_public(response, request):
            return response
        kept = Kept.of(response, version, now, min(ends.at, now + LONGEST.total_seconds()))
        if kept.holds(version, clock.now().timestamp()):
            quietly(CACHE, lambda cache: cache.set(key, kept, kept.until - now))
        return kept.answer(request, now)


def _may_be_kept(request: HttpRequest) -> bool:
    """Tell whether everybody gets the same: visitors have no cookies, and previews are dummies."""
    return (
        request.method in {"GET", "HEAD"}
        and request.path.startswith(tuple(f"/{code}/" for code, _name in settings.LANGUAGES))
        # Nobody fills the cache with questions that they make up.
        and not request.META.get("QUERY_STRING")
        and not request.headers.get("Cookie")
        and not request.headers.get("Authorization")
        and not hasattr(request, "is_dummy")
    )


def _is_public(response: HttpResponseBase, request: HttpRequest) -> TypeGuard[HttpResponse]:
    """Tell whether an answer is a whole page that says nothing else of how it may be kept."""
    match = request.resolver_match
    return (
        request.method == "GET"
        and match is not None
        and match.view_name in VIEWS
        and isinstance(response, HttpResponse)
        and response.status_code == HTTPStatus.OK
        and not response.cookies
        and "Cache-Control" not in response
        and "Vary" not in response
    )


def _key(request: HttpRequest) -> str:
    """Name a page: pages hold whole addresses, so each host and scheme has its own."""
    asked = f"{release()} {request.scheme} {request.headers.get('Host')} {request.path}"
    return f"response:{hashlib.blake2b(asked.encode(), digest_size=16).hexdigest()}"
