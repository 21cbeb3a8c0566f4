"""A field given back to the source: pages say again what it last said."""

from typing import Any

from django.db import transaction

from intake.importing.writing import change, versions
from intake.models import ImportedRecord
from services.translations.facts import sync_facts
from services.translations.gate import facts_may_pass


@transaction.atomic
def restore_field(record: ImportedRecord, name: str, user: Any = None) -> None:
    """Publish the last imported value of a name of `intake.fields`, in every language it has."""
    facts, texts = record.values["facts"], record.values["texts"]
    pages = versions(record.translation_key)
    theirs = {
        language: {**facts, **texts.get(language, {})}
        for language in [code for code in pages if code in texts] or list(pages)[:1]
    }
    for language, values in theirs.items():
        with facts_may_pass():
            change(pages[language], {name: values.get(name)}, user)
    if theirs:
        sync_facts(pages[next(iter(theirs))])
