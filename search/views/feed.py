"""What a query finds as a feed (Atom), the newest first: subscribers hear of what is new."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any, Final
from uuid import UUID

from django.contrib.syndication.views import Feed
from django.db.models import Min
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext

from search.choices import all_labels, chosen
from search.finding import EVERYTHING, find
from search.query import SearchQuery
from search.views.addresses import address, feed_address
from services.models import Entry
from services.selectors.addresses import permanent_url
from services.selectors.cards import best_versions
from services.selectors.pages import active_language

LENGTH: Final = 50


@dataclass(frozen=True)
class News:
    """An entry in the best language for the reader; `published` is when it first came in any."""

    key: UUID
    page: Entry
    published: datetime
    updated: datetime | None


class AtomInLanguages(Atom1Feed):
    """Each entry says which language it is in."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, Any]:
        """Return the attributes of an entry's element."""
        return {"xml:lang": item["spoken"]}


class FindHelpFeed(Feed):  # type: ignore[type-arg]
    """The feed of each query. Where its reader is does not matter to it, nor does the page."""

    feed_type = AtomInLanguages

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> SearchQuery:
        """Read the query as the page does."""
        return SearchQuery.from_params(request.GET, active_language()).anywhere()

    def title(self, query: SearchQuery) -> str:
        """Name what is asked for."""
        choices = [choice.label for choice in chosen(query, all_labels())]
        asked = ", ".join(filter(None, [query.text, *choices]))
        return f"{asked} – {gettext('Find help')}" if asked else gettext("Find help")

    def link(self, query: SearchQuery) -> str:
        """Lead to the page of the same query."""
        return address(query)

    def feed_url(self, query: SearchQuery) -> str:
        """Name the feed by its plain address."""
        return feed_address(query)

    def items(self, query: SearchQuery) -> list[News]:
        """Return the newest of what the query finds."""
        found = find(replace(query, page_size=EVERYTHING))
        newest = _newest({hit.translation_key for hit in found.hits})
        pages = best_versions(newest, query.language)
        return [
            News(key, pages[key], at, pages[key].last_published_at)
            for key, at in newest.items()
            if key in pages
        ]

    def item_title(self, item: News) -> str:
        """Return the entry's title."""
        return str(item.page.title)

    def item_description(self, item: News) -> str:
        """Return the entry's summary, which is no markup, as markup."""
        return escape(item.page.summary)

    def item_link(self, item: News) -> str:
        """Lead to the entry in the reader's language, for as long as it exists."""
        return permanent_url(item.key, active_language())

    def item_guid(self, item: News) -> str:
        """Return a name that stays, whatever becomes of the address."""
        return item.key.urn

    def item_pubdate(self, item: News) -> datetime:
        """Return when the entry first came."""
        return item.published

    def item_updateddate(self, item: News) -> datetime | None:
        """Return when its text last changed."""
        return item.updated

    def item_extra_kwargs(self, item: News) -> dict[str, Any]:
        """Name the language of the entry's text."""
        return {"spoken": item.page.locale.language_code}


def _newest(keys: Collection[UUID]) -> dict[UUID, datetime]:
    """Return the newest of these entries, and when they were first published. One query."""
    rows = (
        Entry.objects.public_languages()
        .exclude(first_published_at=None)
        .values_list("translation_key")
        .annotate(first=Min("first_published_at"))
        .order_by("-first", "translation_key")
    )
    return dict(islice((row for row in rows.iterator() if row[0] in keys), LENGTH))
