"""Reading a JSON file object by object, however big it is."""

import io
import json
import zlib
from collections.abc import Iterator
from typing import IO, Any
from zipfile import BadZipFile

import ijson
from django.utils.translation import gettext as _

from intake.ptv.files import Source
from intake.ptv.wire import ENVELOPES

BOM = b"\xef\xbb\xbf"


class UnreadableFileError(Exception):
    """Says, in the reader's language, why a file is no JSON, and where it breaks."""


def objects(source: Source) -> Iterator[Any]:
    """Yield the items of a list, of an envelope with a list in it, or a single object."""
    try:
        with source.open() as stream:
            start = len(BOM) if stream.read(len(BOM)) == BOM else 0
            stream.seek(start)
            prefix = _prefix(stream)
            stream.seek(start)
            yield from ijson.items(stream, prefix, use_float=True)
    except (BadZipFile, zlib.error, EOFError) as error:
        raise UnreadableFileError(_("This file is damaged.")) from error
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise UnreadableFileError(_reason(source, str(error))) from error


def _prefix(stream: IO[bytes]) -> str:
    """Look for where the records are; envelopes name their list after a few numbers."""
    for prefix, event, value in ijson.parse(stream):
        if prefix == "" and event == "start_array":
            return "item"
        if prefix == "" and event == "map_key" and value in ENVELOPES:
            return f"{value}.item"
    return ""


def _reason(source: Source, otherwise: str) -> str:
    """Read the file once more as a whole: the standard library knows lines and columns."""
    try:
        with source.open() as stream:
            json.load(io.TextIOWrapper(stream, encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        return _("Not valid JSON: line %(line)s, column %(column)s.") % {
            "line": error.lineno,
            "column": error.colno,
        }
    except UnicodeDecodeError as error:
        return _("Not valid JSON: byte %(position)s is no UTF-8.") % {"position": error.start}
    return _("Not valid JSON: %(reason)s") % {"reason": otherwise.splitlines()[0]}
