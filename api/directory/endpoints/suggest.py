"""What somebody who is typing may mean."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from api.directory.alphabet import sort_key
from api.directory.answering import READ, answer
from api.directory.build.parts import Content
from api.directory.params import SITE_LANGUAGES, SuggestQuestion
from api.directory.schemas import SuggestionList
from api.models import DirectoryRecord
from search.analysis.fold import fold
from search.analysis.words import split_words
from services.models import Municipality, Theme

router = Router(tags=["suggest"])
TYPES: Final = ("theme", "municipality", "organisation", "entry")
Named = tuple[Mapping[str, str], Content]


@router.api_operation(
    READ,
    "/suggest",
    operation_id="suggest",
    response=SuggestionList,
    summary="Suggest while somebody types",
)
def suggest(request: HttpRequest, question: Query[SuggestQuestion]) -> HttpResponse:
    """Names in which each typed word begins some word, the best first, by type.

    A name comes once: in the asked language, or in another one where only that fits.
    """
    return answer(request, question, lambda _now: {"items": _suggestions(question)})


def _suggestions(question: SuggestQuestion) -> list[Content]:
    typed = split_words(fold(question.q))
    languages = list(dict.fromkeys([question.lang or SITE_LANGUAGES[0], *SITE_LANGUAGES]))
    found = [
        {**about, "text": names[language], "language": language}
        for names, about in _everything(languages[0])
        if (language := _fitting(names, typed, languages))
    ]
    best = sorted(found, key=lambda row: _order(row["text"], typed))[: question.limit]
    return sorted(best, key=lambda row: TYPES.index(row["type"]))


def _everything(language: str) -> Iterator[Named]:
    """Yield what everything is called, and what it is. Three queries."""
    for theme in Theme.objects.all():
        yield theme.label, {"type": "theme", "id": None, "code": theme.code, "url": None}
    for town in Municipality.objects.all():
        yield town.label, {"type": "municipality", "id": None, "code": town.code, "url": None}
    records = DirectoryRecord.objects.filter(deleted=False)
    for kind, key, titles, urls in records.values_list("kind", "key", "titles", "content__url"):
        yield titles, {"type": kind, "id": str(key), "code": None, "url": urls[language]}


def _fitting(names: Mapping[str, str], typed: Sequence[str], languages: Sequence[str]) -> str:
    """Return the first language in which the name fits; "": none."""
    return next((code for code in languages if code in names and _fits(names[code], typed)), "")


def _fits(name: str, typed: Sequence[str]) -> bool:
    words = split_words(fold(name))
    return bool(typed) and all(any(word.startswith(part) for word in words) for part in typed)


def _order(name: str, typed: Sequence[str]) -> tuple[bool, str]:
    """Names that begin with what is typed come first."""
    return not fold(name).startswith(typed[0]), sort_key(name)
