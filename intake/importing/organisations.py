"""The organisations that entries stand under, and what a user may do with them."""

from typing import Any, cast
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Page

from intake.errors import NothingImportedError
from intake.importing.wanted import Wanted
from intake.models import ImportedRecord
from services.models import OrganisationIndexPage, OrganisationPage


class Organisations:
    """Pages of organisations by external id, read once; `user` None may do everything."""

    def __init__(self, source: str, user: Any) -> None:
        self._source = source
        self._user = user
        self._pages: dict[str, dict[str, OrganisationPage]] = {}
        self._may_publish: dict[str, bool] = {}
        unknown = OrganisationPage.objects.filter(external_id="", alias_of=None)
        self._by_title = {
            title.casefold(): key for title, key in unknown.values_list("title", "translation_key")
        }

    def pages(self, external_id: str) -> dict[str, OrganisationPage]:
        """Return an organisation's pages by language, mirrors too; none of one not known here."""
        if external_id not in self._pages:
            record = ImportedRecord.objects.filter(
                source=self._source, external_id=external_id
            ).first()
            key = record.translation_key if record else None
            pages = (
                OrganisationPage.objects.filter(translation_key=key)
                if key
                else OrganisationPage.objects.none()
            )
            self._pages[external_id] = {
                page.locale.language_code: page for page in pages.select_related("locale")
            }
        return self._pages[external_id]

    def forget(self, external_id: str) -> None:
        """Read an organisation again the next time: it has changed."""
        self._pages.pop(external_id, None)
        self._may_publish.pop(external_id, None)

    def adopted(self, external_id: str, key: UUID) -> None:
        """An organisation made here is one of the source now, and no other one's."""
        self.forget(external_id)
        self._by_title = {title: other for title, other in self._by_title.items() if other != key}

    def alike(self, wanted: Wanted) -> UUID | None:
        """Return the key of an organisation made here by the same name in any language."""
        titles = (str(texts["title"]).casefold() for texts in wanted.texts.values())
        return next((self._by_title[title] for title in titles if title in self._by_title), None)

    def index(self, language: str) -> OrganisationIndexPage:
        """Return the page that organisations of a language stand under."""
        for page in OrganisationIndexPage.objects.filter(locale__language_code=language):
            return cast("OrganisationIndexPage", page)
        raise NothingImportedError(_("The site has no page for organisations yet. Make it first."))

    def may_create(self, language: str) -> bool:
        """Tell whether the user may make organisations."""
        if self._user is None:
            return True
        permissions = self.index(language).permissions_for_user(self._user)
        return bool(permissions.can_add_subpage() and permissions.can_publish_subpage())

    def may_publish(self, external_id: str) -> bool:
        """Tell whether the user may publish an organisation and what stands under it."""
        if external_id not in self._may_publish:
            pages = self.pages(external_id).values()
            self._may_publish[external_id] = all(may_publish(page, self._user) for page in pages)
        return self._may_publish[external_id]


def may_publish(page: Page, user: Any) -> bool:
    """Tell whether a user may publish a page; nobody in particular, at the console, may."""
    return user is None or bool(page.permissions_for_user(user).can_publish())
