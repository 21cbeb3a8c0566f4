"""Addresses of pages, and links to the organisations behind entries."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.conf import settings

from api.directory.build.parts import Content
from api.directory.build.texts import OWN_SITE
from services.models import OrganisationIndexPage, OrganisationPage
from services.selectors.addresses import path_in, permanent_url


def entry_urls(key: UUID) -> dict[str, str]:
    """Return an entry's permanent address in every language of the site."""
    return {code: f"{OWN_SITE}{permanent_url(key, code)}" for code, _name in settings.LANGUAGES}


class Organisations:
    """The public versions of some organisations, their original before its mirrors. Two queries."""

    def __init__(self, keys: Collection[UUID]) -> None:
        live = OrganisationPage.objects.filter(translation_key__in=keys, live=True)
        self.versions: dict[UUID, list[OrganisationPage]] = defaultdict(list)
        for page in live.select_related("locale", "alias_of__locale", "image").order_by("pk"):
            self.versions[page.translation_key].append(page)
        for versions in self.versions.values():
            versions.sort(key=lambda page: page.alias_of_id is not None)
        indexes = OrganisationIndexPage.objects.filter(live=True).select_related("locale")
        self._indexes = {page.locale.language_code: page.url_path for page in indexes}

    def __contains__(self, key: UUID) -> bool:
        return key in self.versions

    def link(self, key: UUID) -> Content:
        """Return what an entry says of an organisation behind it."""
        versions = self.versions[key]
        return {
            "id": str(key),
            "title": self.texts(key, "title"),
            "sector": versions[0].sector,
            "url": self.urls(key),
        }

    def texts(self, key: UUID, name: str) -> dict[str, str]:
        """Return a text by the languages it is written in; a mirror says what its source says."""
        return {page.content_language: getattr(page, name) for page in reversed(self.versions[key])}

    def urls(self, key: UUID) -> dict[str, str]:
        """Return an organisation's address in every language of the site."""
        own = {page.locale.language_code: page.url_path for page in self.versions[key]}
        original = self.versions[key][0]
        return {
            code: OWN_SITE + path_in(own.get(code) or self._under_index(original, code), code)
            for code, _name in settings.LANGUAGES
        }

    def _under_index(self, page: OrganisationPage, language: str) -> str:
        index = self._indexes.get(language)
        return f"{index}{page.slug}/" if index else str(page.url_path)
