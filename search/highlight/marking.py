"""Texts with the words marked that answer a question."""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from search.analysis.fold import fold
from search.analysis.reading import read, written
from search.analysis.stop_words import is_function_word
from search.analysis.words import WORD
from search.highlight.matching import Asked

# Characters of a snippet around its first marked word.
BEFORE: Final = 60
AFTER: Final = 110

Span = tuple[int, int]


def spans(text: str, language: str, asked: Asked) -> list[Span]:
    """Return where the words stand in a text that answer a question."""
    read_words = [(span, _terms(text[slice(*span)], language)) for span in _words(text)]
    present = frozenset().union(*(terms for _span, terms in read_words))
    matched = asked.terms_in(present)
    return [span for span, terms in read_words if terms & matched]


def marked(text: str, found: Sequence[Span]) -> SafeString:
    """Return a text as HTML, with these places marked."""
    parts, position = [], 0
    for start, end in found:
        parts += [escape(text[position:start]), format_html("<mark>{}</mark>", text[start:end])]
        position = end
    return mark_safe("".join([*parts, escape(text[position:])]))  # noqa: S308 - all is escaped


def snippet(text: str, found: Sequence[Span]) -> SafeString:
    """Return the part of a line around a text's first marked word, as HTML."""
    first = found[0][0]
    start = text.rfind("\n", 0, first) + 1
    line = text[start:].partition("\n")[0]
    begin = line.rfind(" ", 0, max(first - start - BEFORE, 0)) + 1
    end = line.find(" ", first - start + AFTER)
    shown = line[begin:] if end < 0 else line[begin:end]
    offset = start + begin
    inside = [
        (one - offset, other - offset) for one, other in found if other <= offset + len(shown)
    ]
    before, after = "… " if begin else "", " …" if end >= 0 else ""
    return format_html("{}{}{}", before, marked(shown, inside), after)


def _words(text: str) -> Iterator[Span]:
    return (found.span() for found in WORD.finditer(text))


def _terms(word: str, language: str) -> Set[str]:
    plain = word.casefold()
    if is_function_word(fold(plain), language):
        return frozenset()
    reading = read(plain, language)
    return {*reading.wholes, *reading.parts, written(plain)}
