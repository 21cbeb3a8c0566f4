"""What entries show that stands elsewhere: organisations, places, meetings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from django.db.models import prefetch_related_objects

from api.directory.build.links import Organisations, entry_urls
from api.directory.build.parts import Content, meeting
from api.directory.build.texts import bodies_html
from services.codes import PlaceSource
from services.models import Entry, Meeting, MeetingPlacePage, OrganisationPage
from services.selectors.addresses import PATH_STEP
from services.selectors.places import places_of


class Surroundings:
    """Read once for many entries, given as all their pages, the one with the facts first."""

    def __init__(self, versions: Mapping[UUID, Sequence[Entry]]) -> None:
        first = [pages[0] for pages in versions.values()]
        self.bodies = bodies_html(page for pages in versions.values() for page in pages)
        self.places = places_of(first)
        self.meetings = _meetings(versions)
        self._parents = _parents(first)
        self._partners = {page.pk: _partner_keys(page) for page in first}
        self._hosts = _hosts(first)
        keys = {key for several in self._partners.values() for key in several}
        own = {page.translation_key for page in self._parents.values()}
        self._organisations = Organisations(keys | own)

    def parent_of(self, entry: Entry) -> OrganisationPage:
        """Return the page of the organisation that an entry stands under."""
        return self._parents[entry.path[:-PATH_STEP]]

    def organisation_of(self, entry: Entry) -> Content | None:
        """Return the organisation of an entry; None where it is not public."""
        key = self.parent_of(entry).translation_key
        return self._organisations.link(key) if key in self._organisations else None

    def partners_of(self, entry: Entry) -> list[Content]:
        """Return the other organisations behind an entry."""
        own = self.parent_of(entry).translation_key
        return [
            self._organisations.link(key)
            for key in self._partners[entry.pk]
            if key != own and key in self._organisations
        ]

    def host_of(self, entry: Entry) -> Content | None:
        """Return the meeting place that an entry is held at."""
        if entry.place_source != PlaceSource.MEETING_PLACE or entry.held_at is None:
            return None
        key = entry.held_at.translation_key
        titles = self._hosts.get(key)
        return {"id": str(key), "title": titles, "url": entry_urls(key)} if titles else None


def _parents(entries: Iterable[Entry]) -> dict[str, OrganisationPage]:
    paths = {entry.path[:-PATH_STEP] for entry in entries}
    pages = list(OrganisationPage.objects.filter(path__in=paths).defer("body"))
    prefetch_related_objects(pages, "channels")
    return {page.path: page for page in pages}


def _partner_keys(entry: Entry) -> list[UUID]:
    links = entry.partner_links.all()
    return list(dict.fromkeys(link.organisation.translation_key for link in links))


def _hosts(entries: Iterable[Entry]) -> dict[UUID, dict[str, str]]:
    """Return the titles of the meeting places that entries are held at, by language."""
    keys = {entry.held_at.translation_key for entry in entries if entry.held_at}
    titles: dict[UUID, dict[str, str]] = defaultdict(dict)
    live = MeetingPlacePage.objects.filter(translation_key__in=keys, live=True, alias_of=None)
    for key, language, title in live.order_by("pk").values_list(
        "translation_key", "locale__language_code", "title"
    ):
        titles[key][language] = title
    return titles


def _meetings(keys: Collection[UUID]) -> dict[UUID, list[Content]]:
    found: dict[UUID, list[Content]] = defaultdict(list)
    for row in Meeting.objects.filter(translation_key__in=keys).order_by("starts_at", "pk"):
        found[row.translation_key].append(meeting(row))
    return found
