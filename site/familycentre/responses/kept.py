"""An answer as the cache keeps it, and what a visitor gets of it."""

import hashlib
from dataclasses import dataclass
from typing import Final, Self

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

# A proxy keeps a page so long (seconds): a rush becomes a question a second, and a meeting that is
# cancelled now is so for everybody at once.
PROXY_SECONDS: Final = 1
# nginx counts whole seconds, and an answer may be a second on its way.
PROXY_MARGIN: Final = 2


@dataclass(frozen=True)
class Kept:
    """A page of a content version, true from `since` until `until` (seconds since 1970)."""

    version: str
    since: float
    until: float
    headers: dict[str, str]
    body: bytes
    tag: str

    @classmethod
    def of(cls, response: HttpResponse, version: str, since: float, until: float) -> Self:
        """Take what a visitor was to get. The tag is the content's: it survives other changes."""
        body = response.content
        tag = f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'
        return cls(version, since, until, dict(response.headers), body, tag)

    def holds(self, version: str, now: float) -> bool:
        """Tell whether it still says what is so."""
        return self.version == version and self.since <= now < self.until

    def answer(self, request: HttpRequest, now: float) -> HttpResponseBase:
        """Return the page, or 304 to a visitor who has it. Browsers ask again each time."""
        response = HttpResponse(self.body, headers=self.headers)
        response["ETag"] = self.tag
        # Editors, who have cookies, see more.
        response["Vary"] = "Cookie"
        answer = get_conditional_response(request, etag=self.tag, response=response) or response
        fresh = self.until - now >= PROXY_SECONDS + PROXY_MARGIN
        # Before `no-cache`, which is for browsers: older nginx obeys what it reads first.
        answer["X-Accel-Expires"] = str(PROXY_SECONDS if fresh else 0)
        answer["Cache-Control"] = "no-cache"
        return answer
