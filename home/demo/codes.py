"""Municipalities, villages, areas and themes. What a coordinator has changed in them stays."""

from home.demo.record import Record
from services.models import Area, Municipality, Theme, Village
from services.models.code import ICONS


def load_codes(codes: Record) -> None:
    """Add the codes that are not there yet."""
    areas = {}
    for record in codes.parts("areas"):
        area, _created = Area.objects.get_or_create(
            code=record.need("code", str), defaults={"label": record.texts("labels")}
        )
        areas.update(dict.fromkeys(record.get("municipalities", list, []), area))
    for record in codes.parts("municipalities"):
        _add_municipality(record, areas.get(record.need("code", str)))
    for record in codes.parts("villages"):
        _add_village(record)
    for position, record in enumerate(codes.parts("themes")):
        _add_theme(record, position)


def _add_municipality(record: Record, area: Area | None) -> None:
    Municipality.objects.get_or_create(
        code=record.need("code", str),
        defaults={
            "label": record.texts("labels"),
            "area": area,
            "latitude": record.number("lat"),
            "longitude": record.number("lon"),
        },
    )


def _add_village(record: Record) -> None:
    Village.objects.get_or_create(
        code=record.need("code", str),
        defaults={
            "label": record.texts("labels"),
            "municipality_id": record.need("municipality", str),
            "latitude": record.need("lat", float),
            "longitude": record.need("lon", float),
        },
    )


def _add_theme(record: Record, position: int) -> None:
    Theme.objects.get_or_create(
        code=record.need("code", str),
        defaults={
            "label": record.texts("labels"),
            "description": record.texts("description"),
            "icon": record.code("icon", ICONS),
            "position": position,
        },
    )
