"""The versions of the catalogue's wire format. A new version is one more module in `VERSIONS`."""

from typing import Any, Final, Protocol

from intake.ptv import v11
from intake.ptv.records import Channel, Organisation, RecordKind, Service

Raw = dict[str, Any]


class Version(Protocol):
    """What a version's module offers. Its readers raise RecordError for a broken record."""

    # The keys under which an answer of the interface holds its list of records.
    ENVELOPES: tuple[str, ...]

    def kind_of(self, raw: Raw) -> RecordKind | None:
        """Return what a record of this version is; None for what it does not know."""

    def is_beside(self, raw: Raw) -> bool:
        """Tell whether an object is of the catalogue, but nothing to import: its code lists."""

    def organisation(self, raw: Raw) -> Organisation:
        """Read an organisation."""

    def service(self, raw: Raw) -> Service:
        """Read a service."""

    def channel(self, raw: Raw) -> Channel:
        """Read a service channel."""


VERSIONS: Final[tuple[Version, ...]] = (v11,)
ENVELOPES: Final = tuple(key for version in VERSIONS for key in version.ENVELOPES)


def recognise(raw: Raw) -> tuple[Version, RecordKind] | None:
    """Return the version that knows a record, and what the record is."""
    for version in VERSIONS:
        kind = version.kind_of(raw)
        if kind:
            return version, kind
    return None


def is_beside(raw: Raw) -> bool:
    """Tell whether an object belongs to the catalogue without being a record."""
    return any(version.is_beside(raw) for version in VERSIONS)
