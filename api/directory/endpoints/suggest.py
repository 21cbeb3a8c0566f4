"""What somebody who is typing may mean."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from api.directory.answering import READ, answer
from api.directory.build.parts import Content
from api.directory.params import SITE_LANGUAGES, SuggestQuestion
from api.directory.schemas import SuggestionList
from api.models import DirectoryRecord
from search.suggesting import Suggestion, code_suggestions, suggestions

router = Router(tags=["suggest"])
TYPES: Final = ("theme", "concept", "municipality", "village", "organisation", "entry")


@router.api_operation(
    READ,
    "/suggest",
    operation_id="suggest",
    response=SuggestionList,
    summary="Suggest while somebody types",
)
def suggest(request: HttpRequest, question: Query[SuggestQuestion]) -> HttpResponse:
    """What begins with the typed text, or has a word that does, the best first, by type.

    Each comes once: in the asked language, or in another one where only that fits. A concept's
    text is something to search for.
    """
    return answer(request, question, lambda _now: {"items": _suggestions(question)})


def _suggestions(question: SuggestQuestion) -> list[Content]:
    language = str(question.lang or SITE_LANGUAGES[0])
    asked = (question.q, language, question.limit)
    found = _fairly([*code_suggestions("theme", *asked), *suggestions(*asked)], question.limit)
    urls = _urls(found, language)
    return [
        {
            "type": one.type,
            "text": one.text,
            "language": one.language,
            "id": str(one.key) if one.key else None,
            "code": one.code or None,
            "url": urls.get(str(one.key)),
        }
        for one in found
    ]


def _fairly(found: Iterable[Suggestion], limit: int) -> list[Suggestion]:
    """Return the best of each type, then the second best, up to a limit; ordered by type."""
    placed = [
        (place, one)
        for _type, several in groupby(found, key=lambda one: one.type)
        for place, one in enumerate(several)
    ]
    best = sorted(placed, key=lambda pair: pair[0])[:limit]
    return sorted((one for _place, one in best), key=lambda one: TYPES.index(one.type))


def _urls(found: Iterable[Suggestion], language: str) -> dict[str, str]:
    """Return the addresses of entries and organisations. One query."""
    keys = [one.key for one in found if one.key]
    records = DirectoryRecord.objects.filter(key__in=keys, deleted=False)
    return {str(key): urls[language] for key, urls in records.values_list("key", "content__url")}
