"""The address of an entry that always answers: for QR codes, calendars and embeds."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from services.models.entry import Entry
from services.selectors.addresses import url_in
from services.selectors.cards import best_versions
from services.selectors.pages import active_language

MOST_DIGITS = 18  # what a database takes as a number


def permanent_entry(request: HttpRequest, identifier: str) -> HttpResponse:
    """Send on to where the entry stands today, in the language of the address."""
    language = active_language()
    key = _translation_key(identifier)
    page = best_versions([key], language).get(key) if key else None
    if page is None:
        raise Http404
    return HttpResponseRedirect(url_in(page, language))


def _translation_key(identifier: str) -> UUID | None:
    """Read a translation key, or find the one of a page's number."""
    if identifier.isdecimal() and len(identifier) <= MOST_DIGITS:
        found: UUID | None = (
            Entry.objects.filter(pk=int(identifier))
            .values_list("translation_key", flat=True)
            .first()
        )
        return found
    try:
        return UUID(identifier)
    except ValueError:
        return None
