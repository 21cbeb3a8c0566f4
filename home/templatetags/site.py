"""The page's addresses in other languages, its canonical address, and icons."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from services.selectors.addresses import url_in

register = template.Library()


@dataclass(frozen=True)
class LanguageLink:
    """The same content in another language."""

    code: str
    name: str
    url: str
    current: bool


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """Return the page's address in every language of the site."""
    return [
        LanguageLink(code, name, _url_in(context, code), current=code == get_language())
        for code, name in settings.LANGUAGES
    ]


@register.simple_tag(takes_context=True)
def canonical_url(context: Context, links: list[LanguageLink]) -> str:
    """Return the address that search engines keep: the original's, in its own language."""
    page, request = context.get("page"), context["request"]
    language = getattr(page, "content_language", None)
    original = next((link.url for link in links if link.code == language), request.path)
    return _absolute(request, original)


@register.simple_tag(takes_context=True)
def absolute(context: Context, path: str) -> str:
    """Write a path as a whole address."""
    return _absolute(context["request"], path)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of the icons; what it means is always said in words beside it."""
    return render_to_string("components/icon.html", {"drawing": f"icons/{name}.svg"})


def _url_in(context: Context, language: str) -> str:
    page, request = context.get("page"), context["request"]
    if isinstance(page, Page):
        return url_in(page, language)
    if _is_missing_page(request):
        return f"/{language}/"
    return translate_url(request.get_full_path(), language)


def _is_missing_page(request: HttpRequest) -> bool:
    """Wagtail takes every address; without a page in the context there was none."""
    match: Any = request.resolver_match
    return match is None or match.url_name == "wagtail_serve"


def _absolute(request: HttpRequest, path: str) -> str:
    return request.build_absolute_uri(path)
