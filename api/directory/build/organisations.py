"""What the API says about organisations: many at once, with a fixed number of queries."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import prefetch_related_objects

from api.directory.build.links import Organisations
from api.directory.build.parts import PICTURES, Content, channel, picture, place
from api.directory.build.texts import bodies_html, by_language, words
from services.models import ContactPerson, OrganisationPage
from services.selectors.organisations import contact_persons


def organisation_contents(keys: Collection[UUID]) -> dict[UUID, Content]:
    """Return what visitors may know of those organisations that they may see."""
    organisations = Organisations(keys)
    originals = {
        key: [page for page in versions if page.alias_of_id is None] or versions[:1]
        for key, versions in organisations.versions.items()
    }
    first = [pages[0] for pages in originals.values()]
    prefetch_related_objects(first, "channels", "contacts", PICTURES)
    bodies = bodies_html(page for pages in originals.values() for page in pages)
    return {
        key: _content(pages, organisations.urls(key), bodies) for key, pages in originals.items()
    }


def _content(
    pages: Sequence[OrganisationPage], urls: dict[str, str], bodies: dict[int, str]
) -> Content:
    facts = pages[0]
    return {
        "id": str(facts.translation_key),
        "url": urls,
        "languages_available": [page.content_language for page in pages],
        "title": by_language(pages, "title"),
        "summary": by_language(pages, "summary"),
        "body_html": {page.content_language: bodies[page.pk] for page in pages},
        "sector": facts.sector,
        "municipalities": facts.municipalities,
        "whole_region": facts.whole_region,
        "website": facts.website,
        "channels": [channel(row, of_organisation=False) for row in facts.channels.all()],
        "place": place(facts),
        "opening_hours": facts.opening_hours,
        "contacts": [_contact(person) for person in contact_persons(facts)],
        "image": picture(pages),
        "is_demo": facts.is_demo,
    }


def _contact(person: ContactPerson) -> Content:
    return {
        "name": person.name,
        "role": words(person.role),
        "phone": person.phone,
        "email": person.email,
        "municipalities": person.municipalities,
    }
