"""What one page reads from the directory, in one language, and how old the oldest of it is."""

from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

from embed import clock
from embed.directory import Directory, RefusedError, UnreachableError
from embed.parameters import MONTH, Params, Question
from embed.shapes import Codes, Entry, EntryList, MeetingList, OrganisationLink

A_PAGE = 20  # entries
WEEK_AFTER_TODAY = timedelta(days=6)
MEETINGS = 50  # on one page
ORGANISATIONS = 100  # asked for at a time


class Reading:
    """Every reading may raise RefusedError and UnreachableError, as Directory.ask does."""

    def __init__(self, directory: Directory, language: str) -> None:
        """Begin with nothing read."""
        self._directory = directory
        self._language = language
        self.age: datetime | None = None  # of the oldest part that could not be asked again

    @cached_property
    def codes(self) -> Codes:
        """All code lists with their words."""
        try:
            return self._ask("codes", ())
        except RefusedError as error:
            # Every directory has them: whatever answers there is none, or none yet.
            raise UnreachableError from error

    def entries(self, question: Question) -> EntryList:
        """Return a page of the entries that are asked for."""
        self._check(question)
        params = (*question.params, ("limit", str(A_PAGE)))
        return cast("EntryList", self._ask("entries", params, seconds=question.seconds))

    def meetings(self, question: Question) -> MeetingList:
        """Return a page of the coming week's meetings."""
        self._check(question)
        today = clock.now().date()
        week = (("since", today.isoformat()), ("until", (today + WEEK_AFTER_TODAY).isoformat()))
        params = (*question.params, ("limit", str(MEETINGS)))
        found = self._ask("meetings", params, moving=week, seconds=question.seconds)
        return cast("MeetingList", found)

    def entry(self, identifier: UUID) -> Entry:
        """Return one entry."""
        return cast("Entry", self._ask(f"entries/{identifier}", ()))

    def organisations(self) -> list[OrganisationLink]:
        """Return all organisations."""
        found: list[OrganisationLink] = []
        cursor = ""
        while True:
            page = (("cursor", cursor),) if cursor else ()
            answer = self._ask("organisations", (*page, ("limit", str(ORGANISATIONS))))
            found += answer["items"]
            cursor = cursor_of(answer["next"])
            if not cursor:
                return found

    def _check(self, question: Question) -> None:
        if question.has_unknown(self.codes):
            raise RefusedError(404)

    def _ask(
        self, path: str, params: Params, *, moving: Params = (), seconds: int = MONTH
    ) -> dict[str, Any]:
        language = ("lang", self._language)
        answer = self._directory.ask(path, (*params, language), moving=moving, seconds=seconds)
        if not answer.is_current:
            self.age = min(self.age or answer.checked_at, answer.checked_at)
        return answer.content


def cursor_of(address: str | None) -> str:
    """Return the cursor in the address of a next page; "" where there is none."""
    return parse_qs(urlsplit(address or "").query).get("cursor", [""])[0]
