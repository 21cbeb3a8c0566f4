"""Pages as they were before a batch: what somebody has edited since is kept, and said."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from intake.fields import label, read
from intake.importing import writing
from intake.importing.ledger import Before
from intake.models import ImportedRecord
from services.actions.deletion import delete_with_translations
from services.codes import Source
from services.models import OrganisationPage
from services.models.bilingual import BilingualPage
from services.translations.facts import facts_of, sync_facts
from services.translations.gate import facts_may_pass

Pages = dict[str, BilingualPage]


def why_it_stays(record: ImportedRecord, pages: Pages, before: Before) -> list[str]:
    """Say why the pages that a batch made are kept; nothing where they may go."""
    made = {language: page for language, page in pages.items() if language in before.made}
    was_new = not before.pages and not (before.record or {}).get("translation_key")
    reasons = [
        _("%(title)s: it was edited since.") % {"title": page.title}
        for language, page in made.items()
        if _is_edited(record, language, page, with_facts=was_new)
        # Somebody has written it in one more language.
        or (was_new and len(made) < len(pages))
    ]
    if was_new and any(_holds_others(page) for page in made.values()):
        title = next(iter(made.values())).title
        reasons.append(_("%(title)s: other pages stand under it.") % {"title": title})
    return reasons


def remove_made(pages: Pages, before: Before) -> list[str]:
    """Delete the pages that a batch made: a whole record, or single languages of one.

    An organisation's single language stays, and says so: entries may stand under it.
    """
    made = {language: page for language, page in pages.items() if language in before.made}
    if made and len(made) == len(pages):
        delete_with_translations(page=next(iter(made.values())))
        pages.clear()
        return []
    kept = []
    for language, page in made.items():
        if isinstance(page, OrganisationPage):
            kept.append(_("%(title)s: the page in this language stays.") % {"title": page.title})
        else:
            page.delete()
            del pages[language]
    return kept


def put_back(record: ImportedRecord, pages: Pages, before: Before, user: Any) -> list[str]:
    """Write the old values wherever the pages still say what the batch wrote."""
    kept = []
    for language, old in before.pages.items():
        page = pages.get(language)
        if page is None:
            continue
        back = {name: old[name] for name in old if _is_untouched(record, language, page, name)}
        kept += [
            _("%(title)s: “%(field)s” was changed since.")
            % {"title": page.title, "field": label(page, name)}
            for name in old
            if name not in back
        ]
        with facts_may_pass():
            writing.change(page, back, user)
    if pages and before.pages:
        sync_facts(next(page for language, page in pages.items() if language in before.pages))
    return kept


def _holds_others(page: BilingualPage) -> bool:
    versions = type(page).objects.filter(translation_key=page.translation_key)
    return any(Page.objects.child_of(version).exists() for version in versions)


def _is_edited(
    record: ImportedRecord, language: str, page: BilingualPage, *, with_facts: bool
) -> bool:
    """Tell whether a page, or its draft, says something else than the import made it say."""
    made = writing.as_made(type(page), record, language)
    return (
        page.has_unpublished_changes
        or _texts(page) != _texts(made)
        or (with_facts and facts_of(page) != facts_of(made))
    )


def _texts(page: BilingualPage) -> dict[str, str]:
    return {name: page._meta.get_field(name).value_to_string(page) for name in page.text_fields}


def _is_untouched(record: ImportedRecord, language: str, page: BilingualPage, name: str) -> bool:
    """Tell whether a page says by a name what the batch wrote there."""
    if name in record.taken_over:
        return False
    says, values = read(page, name), record.values
    wrote = {
        "external_id": record.external_id,
        "source": Source.PTV.value,
        **values["facts"],
        **values["texts"].get(language, {}),
    }
    # What the catalogue has no more was emptied.
    return says == wrote[name] if name in wrote else not says or name == "place"
