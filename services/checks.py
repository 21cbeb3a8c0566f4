"""System checks of this room, each with an id and a hint."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from services import clock


@register()
def fixed_clock_is_readable(**kwargs: Any) -> list[CheckMessage]:
    """FAMILYCENTRE_NOW must be a moment, or every page would fail later."""
    if not settings.FAMILYCENTRE_NOW:
        return []
    try:
        clock.now()
    except ValueError:
        return [
            Error(
                f"FAMILYCENTRE_NOW is no moment: {settings.FAMILYCENTRE_NOW!r}",
                hint="Write it in ISO 8601, for example 2026-11-24T10:00:00+02:00.",
                id="services.E001",
            )
        ]
    return []
