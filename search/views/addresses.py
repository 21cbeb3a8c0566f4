"""Addresses that the pages of finding lead to."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from search.query import SearchQuery
from services.models import OrganisationPage
from services.selectors.pages import live_versions, page_links


def address(query: SearchQuery) -> str:
    """Return the Find help page's address of a query."""
    params = query.to_params().urlencode()
    path = reverse("find_help")
    return f"{path}?{params}" if params else path


def feed_address(query: SearchQuery) -> str:
    """Return the address of the feed of what a query finds, wherever its reader is."""
    params = query.anywhere().to_params().urlencode()
    path = reverse("find_help_feed")
    return f"{path}?{params}" if params else path


def organisation_addresses(keys: Sequence[UUID]) -> dict[UUID, str]:
    """Return organisations' pages in the visitor's language."""
    if not keys:
        return {}
    pages = live_versions(OrganisationPage).filter(translation_key__in=keys).defer("body")
    return {link.page.translation_key: link.url for link in page_links(pages)}
