"""Asks the directory API, and answers on from what is kept while it can't be reached."""

import logging
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import httpx

from embed import clock
from embed.kept import Kept, Store
from embed.parameters import MONTH, Params

log = logging.getLogger(__name__)

TIMEOUT = 3  # seconds
HOUR = 3_600  # seconds
# From a server or a proxy that has too much to do, or nobody behind it.
AWAY_STATUSES = {429, 502, 503, 504}


class UnreachableError(Exception):
    """The directory does not answer, and nothing is kept."""


class RefusedError(Exception):
    """The directory answered that there is no such thing, or none such any more."""

    def __init__(self, status: int) -> None:
        """Keep the answer's status: 400, 404, 410, 422."""
        super().__init__(str(status))
        self.status = status


@dataclass(frozen=True)
class Answer:
    """What the directory says, when that was last known to hold, and whether it could be asked."""

    content: dict[str, Any]
    checked_at: datetime
    is_current: bool


class Directory:
    """The directory API at one address."""

    def __init__(self, *, url: str, public_url: str, store: Store) -> None:
        """Ask at `url` as a proxy in front of `public_url` would, so that links are public ones."""
        public = urlsplit(public_url)
        self._store = store
        self._client = httpx.Client(
            base_url=f"{url}/api/directory/",
            timeout=TIMEOUT,
            headers={"Host": public.netloc, "X-Forwarded-Proto": public.scheme},
        )

    def ask(
        self, path: str, params: Params, *, moving: Params = (), seconds: int = MONTH
    ) -> Answer:
        """Return the answer to a question, kept for at most so many seconds.

        `moving` parameters follow the day: they are asked, and don't tell questions apart.
        RefusedError when there is no answer, UnreachableError when it can't be known.
        """
        name = f"{path}?{urlencode(sorted(params))}"
        kept = self._store.get(name)
        if kept and kept.is_fresh:
            return _answer(kept, is_current=True)
        try:
            fresh = self._fetch(f"{path}?{urlencode((*params, *moving))}", kept)
        except RefusedError:
            self._store.forget(name)
            raise
        except UnreachableError:
            if kept is None:
                raise
            return _answer(kept, is_current=False)
        # Whoever asks for what isn't there pushes nothing out that is.
        empty = fresh.content.get("total") == 0
        self._store.put(name, fresh, seconds=min(seconds, HOUR) if empty else seconds)
        return _answer(fresh, is_current=True)

    def draft(self, token: str, language: str) -> dict[str, Any]:
        """Return the draft behind a signed link; it is kept nowhere."""
        path = f"preview/{quote(token, safe=':')}?{urlencode({'lang': language})}"
        return self._fetch(path, None).content

    def _fetch(self, url: str, kept: Kept | None) -> Kept:
        if self._store.is_away():
            raise UnreachableError
        # Another address's tag would say that another address's answer holds.
        etag = kept.etag if kept and kept.url == url else ""
        try:
            response = self._client.get(url, headers={"If-None-Match": etag} if etag else {})
        except httpx.HTTPError as error:
            self._store.mark_away()
            log.warning("The directory can't be reached: %r", error)
            raise UnreachableError from error
        return self._read(url, response, kept)

    def _read(self, url: str, response: httpx.Response, kept: Kept | None) -> Kept:
        if response.status_code == httpx.codes.NOT_MODIFIED and kept:
            return Kept(url, kept.etag, kept.content, time.time())
        if response.status_code in {400, 404, 410, 422}:
            raise RefusedError(response.status_code)
        try:
            content = response.raise_for_status().json()
        except (httpx.HTTPStatusError, ValueError) as error:
            if response.status_code in AWAY_STATUSES:
                self._store.mark_away()
            log.warning("The directory answered %s", response.status_code)
            raise UnreachableError from error
        return Kept(url, response.headers.get("ETag", ""), content, time.time())


def _answer(kept: Kept, *, is_current: bool) -> Answer:
    checked_at = datetime.fromtimestamp(kept.checked_at, clock.ZONE)
    return Answer(content=kept.content, checked_at=checked_at, is_current=is_current)
