"""How to reach somebody: channels, places and contact persons, of organisations and entries."""

from typing import Any, TypeVar

from home.demo.record import Record
from services.codes import ChannelKind, ServiceLanguage
from services.models import Channel, ContactPerson, Municipality

C = TypeVar("C", bound=Channel)


def channels(record: Record, channel_class: type[C]) -> list[C]:
    """Return unsaved channels, in order."""
    return [
        channel_class(
            sort_order=order,
            kind=part.code("kind", ChannelKind.values),
            value=part.text("value"),
            label=part.texts("label"),
            note=part.texts("note"),
            languages=part.codes("languages", ServiceLanguage.values),
            opening_hours=part.text("hours"),
        )
        for order, part in enumerate(record.parts("channels"))
    ]


def contact_persons(record: Record) -> list[ContactPerson]:
    """Return unsaved contact persons, in order."""
    return [
        ContactPerson(
            sort_order=order,
            name=part.need("name", str),
            role=part.texts("role"),
            phone=part.text("phone"),
            email=part.text("email"),
            municipalities=municipalities(part),
            professionals_only=part.get("professionals_only", bool, default=False),
        )
        for order, part in enumerate(record.parts("contacts"))
    ]


def place(part: Record | None) -> dict[str, Any]:
    """Return the columns of a place but its hours; none where there is no place."""
    if part is None:
        return {}
    return {
        "place_name": part.texts("name"),
        "street": part.texts("street"),
        "postcode": part.text("postcode"),
        "place_municipality_id": part.code("municipality", municipality_codes()),
        "latitude": part.number("lat"),
        "longitude": part.number("lon"),
        "access": part.texts("access"),
    }


def municipalities(record: Record) -> list[str]:
    """Return the municipalities that something is for."""
    return record.codes("municipalities", municipality_codes())


def municipality_codes() -> set[str]:
    """Return the codes there are."""
    return set(Municipality.objects.values_list("code", flat=True))
