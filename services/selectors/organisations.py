"""Organisations: all of them by sector, and one with what it offers."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from wagtail.models import Locale

from services.codes import Sector
from services.models.contact import ContactPerson
from services.models.organisation import OrganisationPage
from services.selectors.channels import grouped
from services.selectors.listing import entries_by_kind
from services.selectors.pages import PageLink, live_versions, page_links


@dataclass(frozen=True)
class SectorGroup:
    """The organisations of one sector."""

    label: str
    organisations: tuple[PageLink, ...]


def organisations_by_sector(locale: Locale) -> list[SectorGroup]:
    """Return all organisations in the language of the index page, by sector and name."""
    links = page_links(live_versions(OrganisationPage).defer("body"))
    links.sort(key=lambda link: (link.language != locale.language_code, link.title.casefold()))
    groups = [
        SectorGroup(str(sector.label), tuple(link for link in links if link.page.sector == sector))
        for sector in Sector
    ]
    return [group for group in groups if group.organisations]


def organisation_context(page: OrganisationPage) -> dict[str, Any]:
    """Return what an organisation's page shows beside its own fields."""
    return {
        "channels": grouped(page.channels.all()),
        "place": page if page.has_address else None,
        "contacts": contact_persons(page),
        "kinds": entries_by_kind(_under(page), limit=50),
    }


def contact_persons(page: OrganisationPage) -> list[ContactPerson]:
    """Return an organisation's contact persons for everybody."""
    return [person for person in page.contacts.all() if not person.professionals_only]


def _under(page: OrganisationPage) -> Q:
    """Entries stand under the organisation in the language they were written in."""
    condition = Q(pk__in=[])
    for path in page.get_translations(inclusive=True).values_list("path", flat=True):
        condition |= Q(path__startswith=path)
    return condition
