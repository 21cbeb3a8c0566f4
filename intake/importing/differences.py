"""Where the catalogue says something else than what was taken over here."""

from typing import Any

from intake.fields import label, read
from intake.importing.writing import versions
from intake.models import ImportedRecord
from intake.report import Difference
from intake.wording import in_words
from services.models.bilingual import BilingualPage


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
        ours=in_words(page, name, read(page, name)),
        theirs=in_words(page, name, theirs),
    )
