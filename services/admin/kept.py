"""Fields of a page that are kept elsewhere, such as in a catalogue that the page was read from.

Another room says which, by Wagtail's hook "fields_kept_elsewhere": a callable that takes a page
and a user and returns `Kept` by name. A name is a field's, or "channel:<external id>" for a row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join, html_safe
from wagtail import hooks
from wagtail.models import Page

HOOK = "fields_kept_elsewhere"


@html_safe
@dataclass(frozen=True)
class Kept:
    """What the editor says beside a field: where it is kept, and links (label, address) to act.

    While `read_only`, no form changes the field.
    """

    note: str
    links: tuple[tuple[str, str], ...] = ()
    read_only: bool = True

    def __str__(self) -> str:
        links = format_html_join("", ' · <a href="{1}">{0}</a>', self.links)
        return format_html('<span class="kept-note">{}{}</span>', self.note, links)


def kept_elsewhere(page: Page, user: Any) -> dict[str, Kept]:
    """Ask all rooms which of a page's fields are kept elsewhere."""
    found: dict[str, Kept] = {}
    if page.pk:
        for ask in hooks.get_hooks(HOOK):
            found.update(ask(page, user))
    return found


def read_only_rows(kept: Mapping[str, Kept], relation: str = "channel") -> set[str]:
    """Return the external ids of the rows that no form changes."""
    prefix = f"{relation}:"
    return {
        name.removeprefix(prefix)
        for name, field in kept.items()
        if field.read_only and name.startswith(prefix)
    }
