"""Where the catalogue says something else than what was taken over here."""

from typing import Any

from django.utils.html import strip_tags
from django.utils.text import Truncator

from intake.fields import GROUPS, label, read
from intake.importing.writing import versions
from intake.models import ImportedRecord
from intake.report import Difference
from services.fields import LocalizedText
from services.models.bilingual import BilingualPage

LONGEST = 200


def differences_of(record: ImportedRecord) -> list[Difference]:
    """Return what differs of what was taken over; facts once, texts in each language."""
    if not record.taken_over:
        return []
    facts: dict[str, Any] = record.values.get("facts", {})
    texts: dict[str, dict[str, Any]] = record.values.get("texts", {})
    found = []
    pages = versions(record.translation_key)
    for number, (language, page) in enumerate(pages.items()):
        theirs = {**(facts if number == 0 else {}), **texts.get(language, {})}
        # What the catalogue has emptied since is a difference too, of a channel row alone.
        names = [name for name in record.taken_over if name in theirs]
        found += [
            difference(record, page, name, theirs[name])
            for name in names
            if read(page, name) != theirs[name]
        ]
    return found


def difference(record: ImportedRecord, page: BilingualPage, name: str, theirs: Any) -> Difference:
    """Say a difference in words."""
    return Difference(
        record=record.external_id,
        title=page.title,
        language=page.locale.language_code,
        name=name,
        field=label(page, name),
        ours=in_words(read(page, name)),
        theirs=in_words(theirs),
    )


def in_words(value: Any) -> str:
    """Return a value as a short text."""
    return Truncator(" ".join(_words(value))).chars(LONGEST)


def _words(value: Any) -> list[str]:
    if isinstance(value, dict) and set(value) & {
        *GROUPS["place"],
        *GROUPS["municipalities"],
        "kind",
    }:
        return [word for part in value.values() for word in _words(part)]
    if isinstance(value, dict):
        # A block of a body, or a text by language.
        return _words(value["value"]) if "type" in value else [LocalizedText(value).text()]
    if isinstance(value, list):
        return [word for part in value for word in _words(part)]
    return [] if value is None or isinstance(value, bool) else [strip_tags(str(value))]
