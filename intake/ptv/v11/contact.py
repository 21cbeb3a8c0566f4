"""How and where: phone numbers, addresses on the web and on the street, municipalities."""

import re
from collections.abc import Iterable

from intake.ptv.records import Address, Contact, Municipality, Serves, Texts
from intake.ptv.v11.reading import Raw, part, rows, text, texts

CODE = re.compile(r"[0-9]{3}")
# "Single" is how service locations say "Street".
STREETS = {"Street", "Single"}


def phones(raw: Raw, key: str) -> tuple[Contact, ...]:
    """Read numbers; the same one of several languages is one, with a label in each."""
    return _merged((_number(row), row, "additionalInformation") for row in rows(raw, key))


def emails(raw: Raw, key: str) -> tuple[Contact, ...]:
    """Read e-mail addresses."""
    return _merged((text(row, "value"), row, "description") for row in rows(raw, key))


def links(raw: Raw, key: str, *, url: str = "url", label: str = "value") -> tuple[Contact, ...]:
    """Read addresses on the web."""
    return _merged((text(row, url), row, label) for row in rows(raw, key))


def serves(raw: Raw) -> Serves:
    """Read where a service or an organisation works."""
    found = [
        _municipality(row) for area in rows(raw, "areas") for row in rows(area, "municipalities")
    ]
    known = {row.code: row for row in found if row}
    return Serves(text(raw, "areaType").startswith("Nationwide"), tuple(known.values()))


def municipality(raw: Raw, key: str) -> Municipality | None:
    """Read a municipality where there is one."""
    return _municipality(part(raw, key))


def address(raw: Raw) -> Address | None:
    """Read a place to go to; None for a box in the post, an address abroad or no address."""
    kind = text(raw, "subType")
    if kind in STREETS:
        place = part(raw, "streetAddress")
    elif kind == "Other":
        place = part(raw, "otherAddress")
    else:
        return None
    street = _with_number(texts(place, "street"), text(place, "streetNumber"))
    directions = texts(place, "additionalInformation")
    if not street and not directions:
        return None
    return Address(
        street=street,
        postcode=text(place, "postalCode"),
        municipality=municipality(place, "municipality"),
        directions=directions,
        north=_metres(place, "latitude"),
        east=_metres(place, "longitude"),
    )


def _municipality(raw: Raw) -> Municipality | None:
    code = text(raw, "code")
    return Municipality(code, texts(raw, "name")) if CODE.fullmatch(code) else None


def _with_number(street: Texts, number: str) -> Texts:
    return {language: f"{name} {number}".strip() for language, name in street.items()}


def _metres(raw: Raw, key: str) -> float | None:
    value = raw.get(key)
    try:
        return float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None


def _number(row: Raw) -> str:
    number, prefix = text(row, "number"), text(row, "prefixNumber")
    # A sample row says its fields' names; its number looks like a real one.
    if row.get("serviceChargeType") == "serviceChargeType" or not number:
        return ""
    if row.get("isFinnishServiceNumber") or not prefix or number.startswith("+"):
        return number
    return f"{prefix} {number.removeprefix('0')}"


def _merged(found: Iterable[tuple[str, Raw, str]]) -> tuple[Contact, ...]:
    merged: dict[str, Contact] = {}
    for value, row, label in found:
        if not value:
            continue
        contact = merged.setdefault(value, Contact(value))
        words, language = text(row, label), text(row, "language")
        contact.languages.append(language)
        if words and language:
            contact.label.setdefault(language, words)
    return tuple(merged.values())
