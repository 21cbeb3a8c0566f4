"""Texts of the catalogue as pages hold them: plain lines, cleaned rich text, blocks of a body."""

import re
from collections.abc import Iterable
from html import escape, unescape
from itertools import groupby
from typing import Any, Final
from uuid import UUID, uuid5

import nh3

# What the blocks' ids are made of, so that they are the same at every import.
BLOCKS: Final = UUID("5a1c7f0e-4c4e-4b8c-9d5e-3f6f6f2f7b10")
TAGS: Final = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a"}
SCHEMES: Final = {"http", "https", "mailto", "tel"}
MARKUP: Final = re.compile(
    r"</?(p|br|div|span|ul|ol|li|b|strong|i|em|a|h[1-6])\b[^<>]*>", re.IGNORECASE
)
# Between these, words don't touch.
BLOCK: Final = re.compile(r"</?(p|br|div|ul|ol|li|h[1-6])\b", re.IGNORECASE)
# What is left of a link whose address was refused.
NO_LINK: Final = re.compile(r"<a>(.*?)</a>", re.DOTALL)
ITEM: Final = re.compile(r"^\s*[*•·–-]\s+")
SPACE: Final = re.compile(r"\s+")


def plain(text: str) -> str:
    """Return a text in one line, without markup."""
    if MARKUP.search(text):
        text = unescape(nh3.clean(BLOCK.sub(r" \g<0>", text), tags=set()))
    return SPACE.sub(" ", text).strip()


def shorten(text: str, length: int) -> str:
    """Return a text in one line of at most so many characters, cut between words with "…"."""
    line = plain(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    at_word = cut if line[length - 1] == " " else cut.rpartition(" ")[0]
    return (at_word or cut).rstrip(" ,.;:–-") + "…"


def rich(text: str) -> str:
    """Return a text as clean HTML of an editor's own tags."""
    if not MARKUP.search(text):
        return _paragraphs(text.splitlines())
    clean = nh3.clean(
        re.sub(r"<(/?)(h[1-6]|div)\b[^<>]*>", r"<\1p>", text, flags=re.IGNORECASE),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return NO_LINK.sub(r"\1", clean)


def body(owner: str, parts: Iterable[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """Return a body's blocks from (name, heading, text); a part without text is left out."""
    blocks = []
    for name, heading, text in parts:
        html = rich(text)
        if not plain(html):
            continue
        if heading:
            blocks.append(_block(owner, f"{name}-heading", "heading", heading))
        blocks.append(_block(owner, name, "text", html))
    return blocks


def _block(owner: str, name: str, kind: str, value: str) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid5(BLOCKS, f"{owner} {name}"))}


def _paragraphs(lines: Iterable[str]) -> str:
    groups = groupby(lines, _kind)
    return "".join(HTML[kind](list(group)) for kind, group in groups if kind in HTML)


def _kind(line: str) -> str:
    if not line.strip():
        return "gap"
    return "item" if ITEM.match(line) else "line"


def _list(lines: list[str]) -> str:
    items = (escape(ITEM.sub("", line).strip(), quote=False) for line in lines)
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _paragraph(lines: list[str]) -> str:
    return f"<p>{'<br/>'.join(escape(line.strip(), quote=False) for line in lines)}</p>"


HTML = {"item": _list, "line": _paragraph}
