"""Puts pages into the tree: what is missing, what differs; what people edited stays."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Locale, Page

from home.demo.comparing import check_children, content_of
from home.demo.history import keys_edited_by_people, renew_history
from home.demo.record import Record
from services.models.bilingual import BilingualPage
from services.translations.facts import copy_facts

P = TypeVar("P", bound=BilingualPage)


class Shelf:
    """Where the loader puts its pages, and its tally of what became of them.

    A page that a person has edited, in any language, stays as that person left it.
    """

    def __init__(self, locales: Iterable[Locale]) -> None:
        self.locales = {locale.language_code: locale for locale in locales}
        self.tally: Counter[str] = Counter()
        self.added: list[BilingualPage] = []
        self.written: set[UUID] = set()
        self._edited = keys_edited_by_people()

    def put(
        self,
        key: UUID,
        record: Record,
        parents: Mapping[str, Page],
        make: Callable[[str], P],
    ) -> list[P]:
        """Put a page in each language that its title has; return them, source language first."""
        titles = record.texts("title")
        source = record.text("source")
        languages = [language for language in self.locales if language in titles]
        pages = []
        for language in sorted(languages, key=lambda language: language != source):
            page = make(language)
            page.title, page.translation_key = titles[language], key
            page.locale = self.locales[language]
            try:
                pages.append(self._put_one(parents[language], page))
            except ValidationError as error:
                raise record.error(language, "; ".join(error.messages)) from error
        return pages

    def versions(self, page_class: type[P], key: UUID) -> dict[str, P]:
        """Return a page's versions by language."""
        pages = page_class.objects.filter(translation_key=key).select_related("locale")
        return {page.locale.language_code: page for page in pages}

    def mirror(self, page: BilingualPage) -> None:
        """Stand a page in the languages that have no text of it, as an alias."""
        for locale in self.locales.values():
            if not page.has_translation(locale):
                page.copy_for_translation(locale, alias=True)
                self.tally["mirrored"] += 1

    def _put_one(self, parent: Page, wanted: P) -> P:
        check_children(wanted)
        stored: P | None = (
            type(wanted)
            .objects.filter(translation_key=wanted.translation_key, locale=wanted.locale)
            .first()
        )
        if stored is None:
            return self._add(parent, wanted)
        if wanted.translation_key in self._edited:
            self.tally["kept"] += 1
        elif content_of(stored) == content_of(wanted):
            self.tally["unchanged"] += 1
        else:
            self._change(stored, wanted)
        return stored

    def _add(self, parent: Page, wanted: P) -> P:
        wanted.first_published_at = wanted.last_published_at = timezone.now()
        parent.add_child(instance=wanted)
        self.added.append(wanted)
        self._count("added", wanted)
        return wanted

    def _change(self, stored: BilingualPage, wanted: BilingualPage) -> None:
        copy_facts(wanted, stored)
        for name in wanted.text_fields:
            setattr(stored, name, getattr(wanted, name))
        stored.draft_title, stored.alias_of = stored.title, None
        stored.save()
        renew_history(stored)
        stored.update_aliases()
        self._count("changed", stored)

    def _count(self, what: str, page: BilingualPage) -> None:
        self.tally[what] += 1
        self.written.add(page.translation_key)
