"""What can be used of numbers and addresses: callable, valid, no sample of a person's address."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

from services import phones
from services.models import Channel

if TYPE_CHECKING:
    from pyproj import Transformer

LONGEST: Final = Channel._meta.get_field("value").max_length or 0
# "firstname.lastname@…" tells how addresses are made; nobody reads it.
SAMPLE_PEOPLE: Final = {
    "etunimi.sukunimi",
    "fornamn.efternamn",
    "förnamn.efternamn",
    "firstname.lastname",
}
# Finland in ETRS-TM35FIN, in metres.
NORTH: Final = (6_560_000, 7_800_000)
EAST: Final = (40_000, 760_000)
_check_url = URLValidator(schemes=["https", "http"])


class UnusableError(Exception):
    """Says, in the reader's language, what could not be used."""


def numbers(text: str) -> Iterator[str]:
    """Yield the phone numbers that a text holds: there may be two, or words around one."""
    found = phones.found_in(text)
    if not found:
        raise UnusableError(_("“%(value)s” is no phone number.") % {"value": text})
    yield from found


def email(text: str) -> Iterator[str]:
    """Yield an e-mail address; nothing for a sample of one."""
    address = text.removeprefix("mailto:").strip()
    if address.partition("@")[0].casefold() in SAMPLE_PEOPLE:
        return
    try:
        validate_email(address)
    except ValidationError as error:
        raise UnusableError(_("“%(value)s” is no e-mail address.") % {"value": text}) from error
    yield address


def url(text: str, longest: int = LONGEST) -> Iterator[str]:
    """Yield an address on the web; one without its scheme gets it."""
    address = text if "://" in text else f"https://{text}"
    try:
        _check_url(address)
    except ValidationError as error:
        raise UnusableError(_("“%(value)s” is no web address.") % {"value": text}) from error
    if len(address) > longest:
        raise UnusableError(_("“%(value)s” is too long an address.") % {"value": text[:60]})
    yield address


def degrees(north: float | None, east: float | None) -> tuple[float, float] | None:
    """Return WGS 84 latitude and longitude of a point in ETRS-TM35FIN; None outside Finland."""
    if north is None or east is None:
        return None
    if not (NORTH[0] < north < NORTH[1] and EAST[0] < east < EAST[1]):
        return None
    longitude, latitude = _to_degrees().transform(east, north)
    return round(latitude, 6), round(longitude, 6)


@cache
def _to_degrees() -> "Transformer":
    from pyproj import Transformer  # 10 MB that only an import has a use for

    return Transformer.from_crs("EPSG:3067", "EPSG:4326", always_xy=True)
