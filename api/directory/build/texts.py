"""Texts by language, and pages' bodies as plain HTML."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

import nh3
from django.utils.html import escape, linebreaks
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

# Stands for this site's address until an answer knows what it is called there. Unicode keeps these
# characters for programs' own use: no text has them.
OWN_SITE: Final = "\ufdd0"
BETWEEN: Final = "\ufdd1"
TAGS: Final = {"h2", "p", "br", "ul", "ol", "li", "b", "strong", "i", "em", "a"}


def by_language(pages: Iterable[Any], name: str) -> dict[str, str]:
    """Return a field of some pages by the language they are in."""
    return {page.content_language: getattr(page, name) for page in pages}


def words(text: Mapping[str, str]) -> dict[str, str]:
    """Return a fact's words in the languages it has."""
    return {language: word for language, word in text.items() if word}


def bodies_html(pages: Iterable[Any]) -> dict[int, str]:
    """Map the ids of pages to their bodies: HTML of a few plain tags."""
    found: dict[int, str] = {}
    for language, several in groupby(sorted(pages, key=_language), key=_language):
        # A link leads to the version of its page that this language has.
        with override(language):
            found |= _in_active_language(list(several))
    return found


def _language(page: Any) -> str:
    return str(page.content_language)


def _in_active_language(pages: Sequence[Any]) -> dict[int, str]:
    """Read all bodies as one text, so that the links in them are looked up together."""
    together = BETWEEN.join(_source(page.body) for page in pages)
    bodies = expand_db_html(together).split(BETWEEN)
    return {page.pk: _clean(body) for page, body in zip(pages, bodies, strict=True)}


def _source(body: Any) -> str:
    return "".join(_block(block.block_type, block.value) for block in body)


def _block(block_type: str, value: Any) -> str:
    if block_type == "heading":
        return f"<h2>{escape(value)}</h2>"
    return str(value.source) if block_type == "text" else linebreaks(value, autoescape=True)


def _clean(html: str) -> str:
    clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel=None)
    return clean.replace('href="/', f'href="{OWN_SITE}/')
