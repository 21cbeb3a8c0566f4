"""Marks of language: for machines in `lang`, for people in a badge."""

from django import template
from django.conf.locale import LANG_INFO
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, gettext_noop

from services.codes import ServiceLanguage
from services.fields import LocalizedText

register = template.Library()

ONLY_IN = {
    "fi": gettext_noop("Only in Finnish"),
    "sv": gettext_noop("Only in Swedish"),
    "en": gettext_noop("Only in English"),
}


@register.simple_tag
def lang_of(language: str) -> str | SafeString:
    """Write a `lang` attribute where the text is in another language than the page."""
    if not language or language == get_language():
        return ""
    return format_html(' lang="{}"', language)


@register.simple_tag
def localized(text: LocalizedText | None) -> str | SafeString:
    """Write a text per language; one that stands in from another language says so to machines.

    Nothing where the page has no frame, as an error page of the editors' side.
    """
    if not text:
        return ""
    language = text.language()
    if language in {"", get_language()}:
        return str(text)
    return format_html('<span lang="{}">{}</span>', language, str(text))


@register.inclusion_tag("components/language_badge.html")
def language_badge(language: str) -> dict[str, str]:
    """Show which other language a text is in; nothing where it is the visitor's."""
    if language == get_language():
        return {}
    if language in ONLY_IN:
        return {"words": gettext(ONLY_IN[language])}
    name = LANG_INFO.get(language, {}).get("name_local", language)
    return {"words": gettext("Only in this language: %(language)s") % {"language": name}}


@register.filter
def language_names(codes: list[str]) -> str:
    """Write language codes as names."""
    names = dict(ServiceLanguage.choices)
    return ", ".join(str(names.get(code, code)).lower() for code in codes)
