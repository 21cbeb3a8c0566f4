"""Every code that answers use, with its words in each language."""

from ninja import Schema

from api.directory.schemas.common import Localized


class Code(Schema):
    """A code and its words."""

    code: str
    label: Localized


class MunicipalityCode(Code):
    """A municipality, by Statistics Finland's code."""

    area: str | None
    latitude: float | None
    longitude: float | None


class VillageCode(Code):
    """A village or a part of a town, with its centre."""

    municipality: str
    latitude: float
    longitude: float


class ThemeCode(Code):
    """What help is about."""

    description: Localized


class Codes(Schema):
    """All code lists, each in its usual order."""

    kind: list[Code]
    municipality: list[MunicipalityCode]
    village: list[VillageCode]
    area: list[Code]
    theme: list[ThemeCode]
    life_stage: list[Code]
    audience: list[Code]
    language: list[Code]
    sector: list[Code]
    channel: list[Code]
    group_type: list[Code]
    cost: list[Code]
