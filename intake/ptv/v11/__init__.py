"""PTV Open API, version 11: https://api.palvelutietovaranto.suomi.fi/ (and its list shape)."""

from typing import Any

from intake.ptv.records import RecordKind
from intake.ptv.v11.channel import channel
from intake.ptv.v11.organisation import organisation
from intake.ptv.v11.service import service

__all__ = ["ENVELOPES", "channel", "is_beside", "kind_of", "organisation", "service"]

ENVELOPES: tuple[str, ...] = ("itemList",)
_KINDS: dict[str, RecordKind] = {
    "serviceNames": "service",
    "serviceChannelNames": "channel",
    "organizationNames": "organisation",
}


def kind_of(raw: dict[str, Any]) -> RecordKind | None:
    """Know a record by the name of its names."""
    return next((kind for key, kind in _KINDS.items() if key in raw), None)


def is_beside(raw: dict[str, Any]) -> bool:
    """Know an item of a code list."""
    return "Notation" in raw and "ConceptType" in raw
