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


def remove_made(record: ImportedRecord, pages: Pages, before: Before) -> list[str]:
    """Delete the pages that a batch made: a whole entry, or single languages of one.

    All of them stay where one was edited.
    """
    made = {language: page for language, page in pages.items() if language in before.made}
    is_whole = len(made) == len(pages)
    kept = [
        _("%(title)s: it was edited since.") % {"title": page.title}
        for language, page in made.items()
        if _is_edited(record, language, page, with_facts=is_whole)
    ]
    kept += [
        _("%(title)s: other pages stand under it.") % {"title": page.title}
        for page in made.values()
        if isinstance(page, OrganisationPage) and _holds_others(page, is_whole=is_whole)
    ]
    if made and not kept:
        _delete(pages, made)
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


def show_again(pages: Pages, before: Before, user: Any) -> None:
    """Put back on the site what the batch took off it."""
    for language in before.unpublished:
        page = pages.get(language)
        if page and not page.live and page.latest_revision:
            page.latest_revision.publish(user=user)


def _delete(pages: Pages, made: Pages) -> None:
    if len(made) == len(pages):
        delete_with_translations(page=next(iter(made.values())))
    else:
        for page in made.values():
            page.delete()
    for language in made:
        del pages[language]


def _holds_others(page: OrganisationPage, *, is_whole: bool) -> bool:
    """An organisation's single language can't go: its mirror would hold the entries alone."""
    versions = OrganisationPage.objects.filter(translation_key=page.translation_key)
    return not is_whole or any(Page.objects.child_of(version).exists() for version in versions)


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
