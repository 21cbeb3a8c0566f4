"""Values brought into pages that are there: changed fields alone, new languages, drafts kept."""

from typing import cast

from django.utils.text import slugify
from wagtail.models import Locale

from intake.importing import writing
from intake.importing.comparing import NOTHING, differing
from intake.importing.context import Context
from intake.importing.ledger import Before
from intake.importing.wanted import Values
from intake.models import ImportedRecord
from services.actions.organisations import mirror_organisation
from services.models import Entry, OrganisationPage
from services.models.bilingual import BilingualPage
from services.translations.facts import sync_facts
from services.translations.gate import facts_may_pass
from services.translations.slugs import available_slug


def bring(
    context: Context,
    record: ImportedRecord,
    values: Values,
    before: Before,
    *,
    marks: Values | None = None,
    new_addresses: bool = False,
) -> list[BilingualPage]:
    """Make a record's pages say what is new in some values, except what was taken over.

    `marks` are written beside them. Notes in `before` what was there; languages that are new get
    a page; with `new_addresses`, mirrors that begin to speak take one in their own words. Returns
    the entries' pages that are to `begin` yet; the record itself is not saved.
    """
    pages = writing.versions(record.translation_key)
    old = record.values or NOTHING
    facts = {**differing(old["facts"], values["facts"]), **(marks or {})}
    texts: dict[str, Values] = values["texts"]
    for language in [code for code in pages if code in texts] or list(pages)[:1]:
        new = differing(old["texts"].get(language, {}), texts.get(language, {}))
        changes = {
            name: value for name, value in {**facts, **new}.items() if name not in record.taken_over
        }
        with facts_may_pass():
            was = writing.change(pages[language], changes, context.user)
        if was:
            before.pages[language] = was
    if before.pages:
        sync_facts(pages[next(iter(before.pages))])
    record.values = values
    new = {language: each for language, each in texts.items() if language not in pages}
    before.made += new
    if record.kind == ImportedRecord.Kind.ORGANISATION:
        _let_speak(context, record, new, new_addresses=new_addresses)
        return []
    return _add_languages(context, record, new)


def _let_speak(
    context: Context, record: ImportedRecord, texts: dict[str, Values], *, new_addresses: bool
) -> None:
    """Give an organisation's mirrors texts of their own."""
    organisation = _first_page(record)
    for language, new in texts.items():
        page = mirror_of(cast("OrganisationPage", organisation), language)
        writing.speak_for_itself(page, context.user)
        if new_addresses:
            page.slug = available_slug(page, slugify(new["title"]))
        writing.change(page, new, context.user)


def _add_languages(
    context: Context, record: ImportedRecord, texts: dict[str, Values]
) -> list[BilingualPage]:
    """Stand an entry in the languages that are new, with the facts of those it has."""
    pages: list[BilingualPage] = []
    for language, new in texts.items():
        entry = cast("Entry", _first_page(record))
        parent = mirror_of(entry.organisation, language)
        key, external_id = record.translation_key, record.external_id
        slug = context.addresses.take(parent, new["title"], key, external_id)
        pages.append(writing.add_language(entry, new, parent, slug))
    return pages


def _first_page(record: ImportedRecord) -> BilingualPage:
    """Return a page as it is stored now: its facts may have been written a moment ago."""
    return next(iter(writing.versions(record.translation_key).values()))


def mirror_of(organisation: OrganisationPage, language: str) -> OrganisationPage:
    """Return an organisation's page in a language, mirrored there where it was missing."""
    locale = Locale.objects.get(language_code=language)
    if not organisation.has_translation(locale):
        mirror_organisation(organisation)
    return cast("OrganisationPage", organisation.get_translation(locale))
