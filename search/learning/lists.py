"""Searches that lead nowhere: nothing is found, or nobody opens what is found."""

from datetime import date
from typing import Final, TypedDict

from django.db.models import Exists, F, OuterRef, QuerySet, Sum

from search.learning.upkeep import OFTEN
from search.models import DismissedText, SearchCount

# So rarely a result is opened where the results are beside the point: one time in ten.
RARELY: Final = 10


class SearchedText(TypedDict):
    """A text with its numbers of a period."""

    language: str
    text: str
    times: int
    times_unanswered: int
    times_opened: int


Texts = QuerySet[SearchCount, SearchedText]


def unanswered_texts(since: date, *, dismissed: bool) -> Texts:
    """Return the texts that nothing was found for, at least three times; the most asked first."""
    texts = _texts(since, dismissed=dismissed)
    return texts.filter(times_unanswered__gte=OFTEN)  # type: ignore[misc]


def unopened_texts(since: date, *, dismissed: bool) -> Texts:
    """Return the texts that found something three times or more, and hardly anything was opened."""
    answered = F("times") - F("times_unanswered")
    return (
        _texts(since, dismissed=dismissed)
        .alias(answered=answered)
        .filter(answered__gte=OFTEN, answered__gt=F("times_opened") * RARELY)
    )


def _texts(since: date, *, dismissed: bool) -> Texts:
    same = DismissedText.objects.filter(language=OuterRef("language"), text=OuterRef("text"))
    is_dismissed = Exists(same)
    return (
        SearchCount.objects.since(since)
        .filter(is_dismissed if dismissed else ~is_dismissed)
        .values("language", "text")
        .annotate(
            times=Sum("asked"),
            times_unanswered=Sum("unanswered"),
            times_opened=Sum("opened"),
        )
        .order_by("-times", "text", "language")
    )
