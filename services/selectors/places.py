"""Where entries are: their own address, their organisation's, or a meeting place's."""

from collections.abc import Collection, Mapping
from uuid import UUID

from services.codes import PlaceSource
from services.models.entry import Entry
from services.models.kinds import MeetingPlacePage
from services.models.organisation import OrganisationPage
from services.models.place import PlaceFields
from services.selectors.addresses import PATH_STEP


def places_of(entries: Collection[Entry]) -> dict[UUID, PlaceFields]:
    """Return the page that holds each entry's address; three queries, however many entries."""
    hosts = {
        host.pk: host
        for host in MeetingPlacePage.objects.filter(
            pk__in={entry.held_at_id for entry in entries if entry.held_at_id}, live=True
        )
    }
    paths = {page.path[:-PATH_STEP] for page in [*entries, *hosts.values()]}
    organisations = {
        page.path: page for page in OrganisationPage.objects.filter(path__in=paths).defer("body")
    }
    found = {entry.translation_key: _place_of(entry, hosts, organisations) for entry in entries}
    return {key: place for key, place in found.items() if place and place.has_address}


def _place_of(
    entry: Entry,
    hosts: Mapping[int, MeetingPlacePage],
    organisations: Mapping[str, OrganisationPage],
) -> PlaceFields | None:
    if entry.place_source == PlaceSource.OWN:
        return entry
    if entry.place_source == PlaceSource.ORGANISATION:
        return organisations.get(entry.path[:-PATH_STEP])
    host = hosts.get(entry.held_at_id) if entry.held_at_id else None
    if entry.place_source == PlaceSource.MEETING_PLACE and host:
        # A host is at its own address or its organisation's: one step, so that it ends.
        return _place_of(host, {}, organisations)
    return None
