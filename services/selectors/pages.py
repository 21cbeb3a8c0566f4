"""Pages in the visitor's language, or in the one they have: for lists of links."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Page

from services.models.bilingual import BilingualPage
from services.selectors.addresses import PATH_STEP, parents_in, path_in


@dataclass(frozen=True)
class PageLink:
    """A link to a page; `language` is the one its title is in."""

    title: str
    url: str
    language: str
    page: Any

    @property
    def summary(self) -> str:
        """The page's short text, where it has one."""
        return getattr(self.page, "summary", "")


def active_language() -> str:
    """Return the visitor's language."""
    return get_language() or settings.LANGUAGE_CODE


def children_in(parent: BilingualPage) -> list[PageLink]:
    """Return the children that visitors see, in the visitor's language or in the one they have.

    The parents' kinds have one kind of child each. A fixed number of queries.
    """
    model = type(parent).allowed_subpage_models()[0]
    parents = parent.get_translations(inclusive=True).filter(live=True)
    paths = [str(path) for path in parents.values_list("path", flat=True)]
    return page_links(
        page for page in live_versions(model).order_by("path") if page.path[:-PATH_STEP] in paths
    )


def live_versions(model: type[Page]) -> Any:
    """Return a model's live pages of all languages, with what `page_links` asks of them."""
    return model.objects.filter(live=True).select_related("locale", "alias_of__locale")


def page_links(pages: Iterable[Any]) -> list[PageLink]:
    """Return one link per translation key, in the order the keys come; two queries."""
    language = active_language()
    best: dict[UUID, Any] = {}
    for page in pages:
        known = best.get(page.translation_key)
        if known is None or _rank(page, language) < _rank(known, language):
            best[page.translation_key] = page
    parents = parents_in(best.values(), language)
    return [
        PageLink(page.title, _address(page, parents, language), _spoken(page), page)
        for page in best.values()
    ]


def _spoken(page: Any) -> str:
    """Return the language of a page's text, also of one read as a plain `Page`."""
    source = page.alias_of or page
    return str(source.locale.language_code)


def _rank(page: Any, language: str) -> tuple[bool, bool, int]:
    codes = [code for code, _name in settings.LANGUAGES]
    own = page.locale.language_code
    position = codes.index(own) if own in codes else len(codes)
    return own != language, page.alias_of_id is not None, position


def _address(page: Any, parents: dict[str, Page], language: str) -> str:
    if page.locale.language_code == language:
        return path_in(page.url_path, language)
    parent = parents[page.path[:-PATH_STEP]]
    return path_in(f"{parent.url_path}{page.slug}/", language)
