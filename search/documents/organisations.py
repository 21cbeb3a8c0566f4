"""The organisations behind entries: the one they stand under, then their partners."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from services.models import Entry, OrganisationChannel, OrganisationPage, PartnerLink
from services.selectors.addresses import PATH_STEP


@dataclass
class Organisation:
    """What entries take over from an organisation; `titles` by the language they are in."""

    sector: str
    titles: dict[str, str] = field(default_factory=dict)
    channels: set[str] = field(default_factory=set)


def organisations_of(pages: Iterable[Entry]) -> dict[int, list[Organisation]]:
    """Map entries' ids to their organisations, their own first. Four queries."""
    pages = list(pages)
    parents = dict(
        OrganisationPage.objects.filter(
            path__in={page.path[:-PATH_STEP] for page in pages}
        ).values_list("path", "translation_key")
    )
    keys: dict[int, list[UUID]] = {
        page.pk: [parents[page.path[:-PATH_STEP]]]
        for page in pages
        if page.path[:-PATH_STEP] in parents
    }
    links = PartnerLink.objects.filter(entry__in=list(keys)).order_by("sort_order", "pk")
    for entry_id, key in links.values_list("entry_id", "organisation__translation_key"):
        keys[entry_id].append(key)
    found = _load({key for several in keys.values() for key in several})
    return {
        entry_id: [found[key] for key in dict.fromkeys(several) if key in found]
        for entry_id, several in keys.items()
    }


def _load(keys: set[UUID]) -> dict[UUID, Organisation]:
    live = OrganisationPage.objects.filter(translation_key__in=keys, live=True).order_by("pk")
    found: dict[UUID, Organisation] = {}
    for page in live.select_related("locale", "alias_of__locale").defer("body"):
        organisation = found.setdefault(page.translation_key, Organisation(page.sector))
        organisation.titles[page.content_language] = page.title
    channels = defaultdict(set)
    for key, kind in OrganisationChannel.objects.filter(
        organisation__translation_key__in=keys
    ).values_list("organisation__translation_key", "kind"):
        channels[key].add(kind)
    for key, organisation in found.items():
        organisation.channels = channels[key]
    return found
