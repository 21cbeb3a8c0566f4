"""The frame around every page: the site's texts and numbers, its navigation, code labels."""

from functools import cached_property

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page

from home.models import SiteTexts
from home.selectors.help_numbers import HelpLine, help_lines
from services.codes import Audience
from services.models import Municipality
from services.selectors.pages import PageLink, page_links

FRONT_DEPTH = 2


class SiteFrame:
    """Reads each part once, when a template first asks for it: a fixed number of queries."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def texts(self) -> SiteTexts:
        """The site's name, footer, notice and where quick exit leads."""
        texts: SiteTexts = SiteTexts.for_request(self._request)
        return texts

    @cached_property
    def help_numbers(self) -> list[HelpLine]:
        """The numbers that answer at once, with their state."""
        return help_lines(self.texts)

    @cached_property
    def municipalities(self) -> dict[str, str]:
        """Labels of the municipalities by code, in alphabetical order."""
        labels = {row.code: str(row) for row in Municipality.objects.all()}
        return dict(sorted(labels.items(), key=lambda pair: pair[1].casefold()))

    @cached_property
    def sections(self) -> dict[str, PageLink]:
        """The front page's index pages by model name ("lifesituationindexpage")."""
        top = [link for link in self._links if link.page.depth == FRONT_DEPTH + 1]
        return {link.page.content_type.model: link for link in top}

    @cached_property
    def doors(self) -> dict[str, PageLink]:
        """The doors by audience, in the order of the audiences."""
        doors = [link for link in self._links if link.page.content_type.model == "doorpage"]
        links = {link.page.doorpage.audience: link for link in doors}
        return {code: links[code] for code in Audience.values if code in links}

    @cached_property
    def footer_pages(self) -> list[PageLink]:
        """The pages that editors show in menus: accessibility, privacy, easy language."""
        return [link for link in self._links if link.page.show_in_menus]

    @cached_property
    def _links(self) -> list[PageLink]:
        pages = (
            Page.objects.filter(Q(depth=FRONT_DEPTH + 1) | Q(show_in_menus=True), live=True)
            .select_related("locale", "alias_of__locale", "content_type", "doorpage")
            .order_by("path")
        )
        return page_links(pages)


def site_frame(request: HttpRequest) -> SiteFrame:
    """Return the request's frame."""
    return SiteFrame(request)
