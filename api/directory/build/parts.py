"""What stands on entries and organisations: channels, a place, a picture, meetings."""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import Prefetch
from wagtail.images.models import Rendition, SourceImageIOError

from api.directory.build.texts import OWN_SITE, by_language, words
from services import clock
from services.models import Channel, Meeting, OrganisationPage
from services.models.place import PlaceFields

Content = dict[str, Any]

# Records hold very many meetings, so they leave out what nearly all have in common.
USUAL_MEETING: Final = {"cancelled": False, "moved": False, "reason": {}}

PICTURE: Final = "width-800|format-webp"
PICTURES: Final = Prefetch("image__renditions", Rendition.objects.filter(filter_spec=PICTURE))


def channel(row: Channel, *, of_organisation: bool) -> Content:
    """Return a way to get in touch."""
    return {
        "kind": row.kind,
        "value": row.value,
        "display_value": row.display_value,
        "href": row.href,
        "label": words(row.label),
        "note": words(row.note),
        "languages": row.languages,
        "opening_hours": row.opening_hours,
        "of_organisation": of_organisation,
    }


def place(owner: PlaceFields | None) -> Content | None:
    """Return the address that stands on a page; None where there is none."""
    if owner is None or not owner.has_address:
        return None
    return {
        "id": str(owner.translation_key),  # type: ignore[attr-defined]
        "owner": "organisation" if isinstance(owner, OrganisationPage) else "entry",
        "name": words(owner.place_name),
        "street": words(owner.street),
        "postcode": owner.postcode,
        "municipality": owner.place_municipality_id or "",
        "latitude": owner.latitude,
        "longitude": owner.longitude,
        "access": words(owner.access),
    }


def meeting(row: Meeting) -> Content:
    """Return one meeting, in local time; of a usual one nothing but that."""
    changed = {"cancelled": row.cancelled, "moved": row.moved, "reason": words(row.reason)}
    return {
        "starts_at": row.starts_at.astimezone(clock.LOCAL_ZONE).isoformat(),
        "ends_at": row.ends_at.astimezone(clock.LOCAL_ZONE).isoformat(),
        **(changed if changed != USUAL_MEETING else {}),
    }


def picture(pages: Sequence[Any]) -> Content | None:
    """Return the first page's picture with its description in each page's language.

    None where there is no picture, or its file can't be read.
    """
    if pages[0].image is None:
        return None
    try:
        rendition = pages[0].image.get_rendition(PICTURE)
    except SourceImageIOError:
        return None
    return {
        "url": own_address(rendition.url),
        "width": rendition.width,
        "height": rendition.height,
        "alt": by_language(pages, "image_alt"),
    }


def own_address(url: str) -> str:
    """Return an address that says so where it is this site's; files may stand elsewhere."""
    return f"{OWN_SITE}{url}" if url.startswith("/") else url
