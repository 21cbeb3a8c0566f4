"""What an entry's page shows beside its own fields."""

from collections import Counter
from typing import Any
from uuid import UUID

from services.expiry import holds_until
from services.hours import open_state
from services.models.entry import Entry
from services.models.meeting import Meeting
from services.models.organisation import OrganisationPage
from services.selectors.addresses import permanent_url
from services.selectors.cards import EntryCard, entry_cards
from services.selectors.channels import entry_channels
from services.selectors.listing import any_theme
from services.selectors.pages import PageLink, active_language, live_versions, page_links
from services.selectors.places import places_of

MEETINGS_SHOWN = 5
SIMILAR_SHOWN = 3


def entry_context(entry: Entry) -> dict[str, Any]:
    """Return the context of the one template that shows all four kinds."""
    organisation = entry.organisation
    links = _organisation_links(entry, organisation)
    place = places_of([entry]).get(entry.translation_key)
    return {
        "organisation": links.pop(organisation.translation_key, None),
        "partners": list(links.values()),
        "channels": entry_channels(entry, organisation),
        "state": open_state(entry.opening_hours),
        "place": place,
        "host": _host(entry),
        "meetings": _coming(entry),
        "similar": _similar(entry),
        "permanent_url": permanent_url(entry.translation_key, active_language()),
        "is_demo": organisation.is_demo,
    }


def _coming(entry: Entry) -> list[Meeting]:
    rows = Meeting.objects.upcoming().filter(translation_key=entry.translation_key)
    meetings = list(rows[:MEETINGS_SHOWN])
    for meeting in meetings:
        holds_until(meeting.ends_at)
    return meetings


def _organisation_links(entry: Entry, organisation: OrganisationPage) -> dict[UUID, PageLink]:
    """Return the organisation and the partners that are live, by translation key."""
    partners = entry.partner_links.values_list("organisation__translation_key", flat=True)
    keys = list(dict.fromkeys([organisation.translation_key, *partners]))
    pages = live_versions(OrganisationPage).filter(translation_key__in=keys).defer("body")
    links = {link.page.translation_key: link for link in page_links(pages)}
    return {key: links[key] for key in keys if key in links}


def _host(entry: Entry) -> PageLink | None:
    """Return the meeting place that the entry is held at."""
    if entry.held_at is None:
        return None
    pages = live_versions(type(entry.held_at)).filter(translation_key=entry.held_at.translation_key)
    return next(iter(page_links(pages)), None)


def _similar(entry: Entry) -> list[EntryCard]:
    """Return the entries that share most themes, near before far."""
    rows = (
        Entry.objects.public_languages()
        .filter(any_theme(entry.themes))
        .exclude(translation_key=entry.translation_key)
        .values_list("translation_key", "themes", "municipalities")
        .order_by("pk")
    )
    scores: Counter[UUID] = Counter()
    for key, themes, municipalities in rows:
        shared = len(set(themes) & set(entry.themes))
        near = bool(set(municipalities) & set(entry.municipalities))
        scores[key] = 2 * shared + near
    keys = [key for key, _score in scores.most_common(SIMILAR_SHOWN)]
    return entry_cards(keys, active_language())
