"""The words of codes, in every language: an entry is found by them as by its own words."""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import override

from services.codes import Audience, GroupType, Kind, Sector
from services.fields import LocalizedText
from services.models import Municipality, Theme, Village


class Codes:
    """The codes a coordinator edits, read once for many documents. Three queries."""

    def __init__(self) -> None:
        self.municipalities = {row.code: row for row in Municipality.objects.select_related("area")}
        self.villages = list(Village.objects.all())
        self.themes = {row.code: row for row in Theme.objects.all()}

    def areas_of(self, municipalities: Iterable[str]) -> list[str]:
        """Return the family-centre areas of some municipalities."""
        rows = [self.municipalities[code] for code in municipalities if code in self.municipalities]
        return sorted({row.area_id for row in rows if row.area_id})

    def places(self, facets: dict[str, list[str]]) -> dict[str, list[str]]:
        """Return the names of a document's municipalities by language."""
        served = facets["municipality"]
        return _by_language(row for code, row in self.municipalities.items() if code in served)

    def villages_in(self, facets: dict[str, list[str]]) -> dict[str, list[str]]:
        """Return the names of the villages in a document's municipalities by language."""
        served = facets["municipality"]
        return _by_language(row for row in self.villages if row.municipality_id in served)

    def labels(self, facets: dict[str, list[str]]) -> dict[str, list[str]]:
        """Return the words of a document's codes by language."""
        return {code: self._labels_in(code, facets) for code, _name in settings.LANGUAGES}

    def _labels_in(self, language: str, facets: dict[str, list[str]]) -> list[str]:
        edited: list[LocalizedText] = [
            *(row.label for code, row in self.themes.items() if code in facets["theme"]),
        ]
        closed = [
            *(Kind(code).label for code in facets["kind"]),
            *(GroupType(code).label for code in facets["group_type"]),
            *(Audience(code).label for code in facets["audience"]),
            *(Sector(code).label for code in facets["sector"]),
        ]
        with override(language):
            words = [str(label) for label in closed]
        return [*words, *(label[language] for label in edited if label.get(language))]


def _by_language(rows: Iterable[Municipality | Village]) -> dict[str, list[str]]:
    labels = [row.label for row in rows]
    return {
        code: [label[code] for label in labels if label.get(code)]
        for code, _name in settings.LANGUAGES
    }
