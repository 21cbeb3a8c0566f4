"""Moments in questions and answers: RFC 3339, with their zone."""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from services import clock

DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MOMENT: Final = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})", re.ASCII | re.IGNORECASE
)
ONE_DAY: Final = timedelta(days=1)


def written(moment: datetime) -> str:
    """Write a moment for machines: in UTC, because a plus sign does not survive in addresses."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _moment(text: Any) -> datetime:
    try:
        return _read_moment(text)
    except (ValueError, OverflowError) as error:
        raise PydanticCustomError("moment", "no moment") from error


def _start(text: Any) -> datetime:
    return _day_or_moment(text, timedelta())


def _end(text: Any) -> datetime:
    return _day_or_moment(text, ONE_DAY)


def _day_or_moment(text: Any, later: timedelta) -> datetime:
    try:
        if not DAY.fullmatch(text):
            return _read_moment(text)
        day = date.fromisoformat(text) + later
        return datetime.combine(day, time(), clock.LOCAL_ZONE).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise PydanticCustomError("day_or_moment", "neither day nor moment") from error


def _read_moment(text: str) -> datetime:
    """Read a moment; one without its zone could be any of many."""
    if not MOMENT.fullmatch(text):
        raise ValueError
    return datetime.fromisoformat(text.upper()).astimezone(UTC)


_DAY_OR_MOMENT: Final = WithJsonSchema(
    {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}
)
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
# A date means the whole day, in local time.
Start = Annotated[datetime, BeforeValidator(_start), _DAY_OR_MOMENT]
End = Annotated[datetime, BeforeValidator(_end), _DAY_OR_MOMENT]
