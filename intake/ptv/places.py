"""Addresses of the catalogue as our places."""

from typing import Any

from intake.ptv.languages import joined, localized
from intake.ptv.records import Address, Texts
from intake.ptv.usable import degrees
from services.codes import PlaceSource


def own_place(address: Address, name: Texts) -> dict[str, Any]:
    """Return the place of an entry that has an address, and a name for it, of its own."""
    return {"place_source": PlaceSource.OWN.value, **place(address, name)}


def place(address: Address, name: Texts) -> dict[str, Any]:
    """Return the place that an address is."""
    point = degrees(address.north, address.east)
    return {
        "place_name": localized(name),
        "street": localized(address.street),
        "postcode": address.postcode[:10],
        "place_municipality": address.municipality.code if address.municipality else None,
        "latitude": point[0] if point else None,
        "longitude": point[1] if point else None,
        "access": localized(address.directions),
    }


def one_line(address: Address) -> Texts:
    """Return an address in a line: "Street 1, 12345 Town"."""
    names = address.municipality.names if address.municipality else {}
    languages = list(address.street) or list(names)
    town = {
        language: f"{address.postcode} {names.get(language, '')}".strip() for language in languages
    }
    return joined(address.street, town, separator=", ")
