"""From plain paragraphs in a data file to the blocks of a page's body."""

import json
from html import escape
from itertools import groupby
from typing import Any

from home.demo.keys import key_of
from home.demo.record import Record


def body(record: Record, language: str) -> str:
    """Return a body as a StreamField's JSON; blocks that the language lacks are left out."""
    blocks = [_block(part, language) for part in record.parts("body")]
    return json.dumps([block for block in blocks if block["value"]])


def rich_text(text: str) -> str:
    """Return lines as HTML: "- " makes a list, an empty line a new paragraph."""
    groups = ((kind, list(lines)) for kind, lines in groupby(text.splitlines(), _kind))
    return "".join(HTML[kind](lines) for kind, lines in groups if kind in HTML)


def _block(part: Record, language: str) -> dict[str, Any]:
    heading, text = part.texts("heading"), part.texts("text")
    if bool(heading) == bool(text):
        raise part.error("heading", "a block is either a heading or a text")
    return {
        "type": "heading" if heading else "text",
        "value": heading.get(language) or rich_text(text.get(language, "")),
        # The same on every load and in every language, as if one were the other's translation.
        "id": str(key_of("block", part.where)),
    }


def _kind(line: str) -> str:
    if not line.strip():
        return "gap"
    return "item" if line.startswith("- ") else "line"


def _list(lines: list[str]) -> str:
    items = "".join(f"<li>{escape(line[2:], quote=False)}</li>" for line in lines)
    return f"<ul>{items}</ul>"


def _paragraph(lines: list[str]) -> str:
    return f"<p>{'<br/>'.join(escape(line, quote=False) for line in lines)}</p>"


HTML = {"item": _list, "line": _paragraph}
