"""Organisations: a page or an alias in each language, and their staff's access."""

from collections.abc import Callable, Mapping
from typing import Any

from wagtail.models import Page

from home.demo import contacts
from home.demo.keys import key_of
from home.demo.pictures import Pictures
from home.demo.record import Record
from home.demo.shelf import Shelf
from home.demo.texts import body
from services.actions.organisations import create_access
from services.codes import Sector
from services.models import OrganisationChannel, OrganisationPage


def put_organisation(
    shelf: Shelf, record: Record, parents: Mapping[str, Page], pictures: Pictures
) -> OrganisationPage:
    """Put an organisation into every language, and return the page in its source language."""
    key = key_of("organisations", record.need("code", str))
    pages = shelf.put(key, record, parents, _maker(record, pictures))
    shelf.mirror(pages[0])
    create_access(organisation=pages[0])
    return pages[0]


def _maker(record: Record, pictures: Pictures) -> Callable[[str], OrganisationPage]:
    place, image = record.part("place"), record.part("image")
    facts = {
        "sector": record.code("sector", Sector.values),
        "municipalities": contacts.municipalities(record),
        "whole_region": record.get("whole_region", bool, default=False),
        "website": record.text("website"),
        "is_demo": record.get("demo", bool, default=True),
        "opening_hours": place.text("hours") if place else "",
        "image": pictures.for_record(record),
        **contacts.place(place),
    }
    return lambda language: OrganisationPage(
        summary=record.text_in("summary", language),
        body=body(record, language),
        image_alt=image.text_in("alt", language) if image else "",
        **facts,
        **_children(record),
    )


def _children(record: Record) -> dict[str, Any]:
    return {
        "channels": contacts.channels(record, OrganisationChannel),
        "contacts": contacts.contact_persons(record),
    }
