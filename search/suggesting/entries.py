"""Entries whose titles begin as somebody types."""

from collections import defaultdict
from uuid import UUID

from search.analysis.fold import fold
from search.question import Vocabulary
from search.suggesting.suggestion import Suggestion
from services.models import Entry


def suggested_entries(vocabulary: Vocabulary, text: str, language: str, limit: int) -> list[UUID]:
    """Return the entries with a title, or a word or part in it, that begins so; best first."""
    return vocabulary.titles_beginning(text, language, limit) if text.strip() else []


def entry_suggestions(
    vocabulary: Vocabulary, text: str, language: str, limit: int
) -> list[Suggestion]:
    """Return entries by the title that holds the text, in the reader's language if it does there.

    One query; entries that nobody may see are left out.
    """
    keys = suggested_entries(vocabulary, text, language, limit)
    public = Entry.objects.public_languages().filter(translation_key__in=keys).order_by("pk")
    titles: dict[UUID, dict[str, str]] = defaultdict(dict)
    for key, code, title in public.values_list("translation_key", "locale__language_code", "title"):
        titles[key][code] = title
    return [_suggestion(key, titles[key], text, language) for key in keys if key in titles]


def _suggestion(key: UUID, titles: dict[str, str], text: str, language: str) -> Suggestion:
    begun = " ".join(fold(text).split())
    spoken = min(titles, key=lambda code: (begun not in fold(titles[code]), code != language))
    return Suggestion("entry", titles[spoken], spoken, key=key)
