"""Two entries side by side: the catalogue's, and the one made here that is perhaps the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from intake.admin.access import publishable_keys
from intake.models import ImportedRecord
from intake.ownership import address_in_catalogue
from services.fields import LocalizedText
from services.models.code import municipality_choices
from services.models.entry import Entry
from services.selectors.cards import best_versions


@dataclass(frozen=True)
class Side:
    """What helps to tell whether two entries are the same."""

    title: str
    organisation: str
    summary: str
    municipalities: str
    link: str


@dataclass(frozen=True)
class Pair:
    """A record to decide on, as it would come in, and as it stands here."""

    record: ImportedRecord
    theirs: Side
    ours: Side | None


def open_decisions(user: Any) -> QuerySet[ImportedRecord]:
    """Return the records that are perhaps entries which the user may publish."""
    return ImportedRecord.objects.filter(
        possible_duplicate_of__in=publishable_keys(user), decision=ImportedRecord.Decision.OPEN
    )


def pairs(records: Iterable[ImportedRecord], language: str) -> list[Pair]:
    """Put the records beside the entries."""
    rows = list(records)
    entries = best_versions([row.possible_duplicate_of for row in rows], language)  # type: ignore[misc]
    organisations = _organisation_titles(rows)
    names = dict(municipality_choices())
    return [
        Pair(
            row,
            _theirs(row, organisations.get(row.organisation, ""), names, language),
            _ours(entries.get(row.possible_duplicate_of), names),  # type: ignore[arg-type]
        )
        for row in rows
    ]


def _organisation_titles(rows: list[ImportedRecord]) -> dict[str, str]:
    found = ImportedRecord.objects.filter(external_id__in={row.organisation for row in rows})
    return dict(found.values_list("external_id", "title"))


def _theirs(row: ImportedRecord, organisation: str, names: dict[str, str], language: str) -> Side:
    texts: dict[str, dict[str, Any]] = row.values.get("texts", {})
    place = row.values.get("facts", {}).get("municipalities") or {}
    return Side(
        title=_text(texts, "title", language) or row.title,
        organisation=organisation,
        summary=_text(texts, "summary", language),
        municipalities=_in_words(place.get("municipalities", []), names),
        link=address_in_catalogue(row),
    )


def _ours(entry: Entry | None, names: dict[str, str]) -> Side | None:
    if entry is None:
        return None
    return Side(
        title=entry.title,
        organisation=entry.organisation.title,
        summary=entry.summary,
        municipalities=_in_words(entry.municipalities, names),
        link=reverse("wagtailadmin_pages:edit", args=[entry.pk]),
    )


def _text(texts: dict[str, dict[str, Any]], name: str, language: str) -> str:
    by_language = {code: str(values.get(name) or "") for code, values in texts.items()}
    return LocalizedText(by_language).text(language)


def _in_words(codes: Iterable[str], names: dict[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)
