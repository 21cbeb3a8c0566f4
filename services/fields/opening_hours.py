"""Opening and channel hours: OpenStreetMap's `opening_hours` notation in one text column.

One notation says weekly intervals, exceptions by date and public holidays, and a library reads it:
https://wiki.openstreetmap.org/wiki/Key:opening_hours
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # its stubs lack it


def validate_opening_hours(value: str) -> None:
    """Raise ValidationError where the library cannot read the hours."""
    try:
        OpeningHours(value)
    except ParserError as error:
        raise ValidationError(
            _("These hours can't be read: “%(value)s”. Write them like “Mo-Fr 09:00-15:00”."),
            code="opening_hours",
            params={"value": value},
        ) from error


class OpeningHoursField(models.CharField):  # type: ignore[type-arg]
    """Hours as text, checked when saved; read with `services.hours`."""

    default_validators = [validate_opening_hours]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 500)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("verbose_name", _("opening hours"))
        kwargs.setdefault(
            "help_text",
            _(
                "For example “Mo-Fr 09:00-15:00; We 09:00-18:00; Dec 24 off; PH off”. "
                "PH means public holidays, 24/7 always."
            ),
        )
        super().__init__(*args, **kwargs)
