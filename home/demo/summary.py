"""What stands in the database, in a few lines."""

from collections import Counter
from collections.abc import Iterable, Iterator

from wagtail.models import Page

from services.models import Entry, Meeting


def summary() -> Iterator[str]:
    """Yield pages per language, entries per kind and language, and meetings."""
    languages = Page.objects.filter(depth__gt=1).values_list("locale__language_code", flat=True)
    yield f"Pages per language: {_counts(languages)}"
    entries = Entry.objects.values_list("translation_key", "entry_kind", "locale__language_code")
    kinds = {key: kind for key, kind, _language in entries}
    versions = Counter(key for key, _kind, _language in entries)
    yield f"Entries: {len(kinds)} ({_counts(kinds.values())})"
    single = sum(1 for times in versions.values() if times == 1)
    yield f"Entries in one language only: {single}"
    yield f"Coming meetings: {Meeting.objects.upcoming().count()}"


def _counts(values: Iterable[str]) -> str:
    return ", ".join(f"{value} {times}" for value, times in sorted(Counter(values).items()))
