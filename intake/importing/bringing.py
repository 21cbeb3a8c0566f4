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

Pages = dict[str, BilingualPage]


def bring(
    context: Context,
    record: ImportedRecord,
    values: Values,
    before: Before,
    *,
    marks: Values | None = None,
    new_addresses: bool = False,
) -> None:
    """Make a record's pages say what is new in some values, except what was taken over.

    `marks` are written beside them. Notes in `before` what was there; languages that are new get
    a page; with `new_addresses`, mirrors that begin to speak take one in their own words. The
    record itself is not saved.
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
    _add_languages(context, record, pages, texts, before, new_addresses=new_addresses)
    record.values = values


def _add_languages(
    context: Context,
    record: ImportedRecord,
    pages: Pages,
    texts: dict[str, Values],
    before: Before,
    *,
    new_addresses: bool,
) -> None:
    """Make pages in the languages that are new, with the facts of the others."""
    for language in [code for code in texts if code not in pages]:
        # The facts as they are now: writing may have changed them.
        first = type(next(iter(pages.values()))).objects.get(pk=next(iter(pages.values())).pk)
        before.made.append(language)
        if isinstance(first, OrganisationPage):
            page = mirror_of(first, language)
            speaking = writing.speak_for_itself(page, context.user)
            if new_addresses:
                speaking.slug = available_slug(speaking, slugify(texts[language]["title"]))
            writing.change(speaking, texts[language], context.user)
            context.organisations.forget(record.external_id)
        else:
            parent = mirror_of(cast("Entry", first).organisation, language)
            title = texts[language]["title"]
            slug = context.addresses.take(parent, title, record.translation_key, record.external_id)
            entry = writing.add_language(cast("Entry", first), texts[language], parent, slug)
            context.begin([entry])


def mirror_of(organisation: OrganisationPage, language: str) -> OrganisationPage:
    """Return an organisation's page in a language, mirrored there where it was missing."""
    locale = Locale.objects.get(language_code=language)
    if not organisation.has_translation(locale):
        mirror_organisation(organisation)
    return cast("OrganisationPage", organisation.get_translation(locale))
