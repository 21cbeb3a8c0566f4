"""The names by which imports and editors speak of what a record supplies.

A name is a page field ("title", "cost"), a group of fields that make sense only together
("place", "municipalities"), or one imported channel row ("channel:<its external id>").
`ImportedRecord.values` holds texts by language and name, and facts by name; `taken_over` lists
names. Values are JSON: what `read` returns of a page, `write` puts there again.
"""

import json
from typing import Any, Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from intake.models import ImportedRecord
from services.codes import PlaceSource
from services.models import Channel
from services.models.bilingual import BilingualPage

CHANNEL: Final = "channel:"
GROUPS: Final = {
    "municipalities": ("municipalities", "whole_region"),
    "place": (
        "place_source",
        "place_name",
        "street",
        "postcode",
        "place_municipality",
        "latitude",
        "longitude",
        "access",
    ),
}
# An entry without a place of its own is not where its organisation is.
EMPTY: Final = {"place": {"place_source": PlaceSource.NONE.value}}
CHANNEL_FIELDS: Final = ("kind", "value", "label", "note", "languages", "opening_hours")


def page_fields(name: str) -> tuple[str, ...]:
    """Return the page's fields that a name covers; channel rows stand in "channels"."""
    return ("channels",) if is_channel(name) else GROUPS.get(name, (name,))


def supplied_names(record: ImportedRecord, language: str) -> set[str]:
    """Return what the source supplies on a record's page in a language, taken over or not."""
    texts = record.values.get("texts", {})
    return {*record.values.get("facts", {}), *texts.get(language, {})}


def kept_names(record: ImportedRecord, language: str) -> set[str]:
    """Return what the source keeps up to date on a record's page in a language."""
    return supplied_names(record, language) - set(record.taken_over)


def is_channel(name: str) -> bool:
    """Tell whether a name means a channel row."""
    return name.startswith(CHANNEL)


def label(page: BilingualPage, name: str) -> str:
    """Return a name in the reader's words."""
    if name == "place":
        return str(_("place"))
    if is_channel(name):
        row = _row(page, name)
        return str(row) if row else str(_("channel"))
    return str(page._meta.get_field(name).verbose_name)


def read(page: BilingualPage, name: str) -> Any:
    """Return what a page says by a name; None for a channel row that it hasn't got."""
    if is_channel(name):
        row = _row(page, name)
        return _values(row, CHANNEL_FIELDS) if row else None
    if name in GROUPS:
        return _values(page, _own_fields(page, GROUPS[name]))
    return _value(page, name)


def write(page: BilingualPage, name: str, value: Any) -> None:
    """Make a page, in memory, say a value by a name; None empties it, or takes a row away."""
    if is_channel(name):
        _write_row(page, name, value)
        return
    whole = (value or EMPTY.get(name, {})) if name in GROUPS else {name: value}
    for field in _own_fields(page, page_fields(name)):
        _set(page, field, whole.get(field))


def _own_fields(page: BilingualPage, names: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what this kind of page has not got: organisations have no place but their own."""
    return tuple(name for name in names if hasattr(page, name))


def _values(row: models.Model, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: _value(row, name) for name in names}


def _value(row: models.Model, name: str) -> Any:
    field = row._meta.get_field(name)
    value = getattr(row, field.attname)  # type: ignore[union-attr]
    if isinstance(field, StreamField):
        return list(value.get_prep_value())
    return dict(value) if isinstance(value, dict) else value


def _set(row: models.Model, name: str, value: Any) -> None:
    field = row._meta.get_field(name)
    if value is None:
        value = _nothing(field)
    elif isinstance(field, StreamField):
        value = json.dumps(value)
    elif isinstance(value, dict):
        value = field.to_python(value)  # type: ignore[union-attr]
    setattr(row, field.attname, value)  # type: ignore[union-attr]


def _nothing(field: Any) -> Any:
    is_text = isinstance(field, models.CharField) and field.blank
    return "" if is_text else field.get_default()


def _row(page: BilingualPage, name: str) -> Channel | None:
    external_id = name.removeprefix(CHANNEL)
    rows: list[Channel] = list(page.channels.all())
    return next((row for row in rows if row.external_id == external_id), None)


def _write_row(page: BilingualPage, name: str, value: dict[str, Any] | None) -> None:
    rows: list[Channel] = list(page.channels.all())
    external_id = name.removeprefix(CHANNEL)
    row = next((row for row in rows if row.external_id == external_id), None)
    if value is None:
        rows = [other for other in rows if other is not row]
    else:
        if row is None:
            row = page.channels.model(external_id=external_id)
            rows.append(row)
        for field in CHANNEL_FIELDS:
            _set(row, field, value.get(field))
    for order, each in enumerate(rows):
        each.sort_order = order
    page.channels.set(rows)
