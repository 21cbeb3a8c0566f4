"""Reading JSON objects of the catalogue: nulls and the format's sample values are nothing."""

from typing import Any

from django.utils.translation import gettext as _

from intake.ptv.records import RecordError, Texts

Raw = dict[str, Any]
# Ids are UUIDs; ours have room for them and for the number of a row beside them.
LONGEST_ID = 60
# The interface fills what it has no data for with the words of its own documentation.
SAMPLES = {
    "value",
    "type",
    "code",
    "string",
    "subtype",
    "additionalinformation",
    "chargedescription",
}


def rows(raw: Raw, key: str) -> list[Raw]:
    """Return a list of objects; an empty one for null."""
    value = raw.get(key) or []
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise RecordError(_("“%(key)s” is not a list of objects.") % {"key": key})
    return value


def part(raw: Raw, key: str) -> Raw:
    """Return an object; an empty one for null."""
    value = raw.get(key) or {}
    if not isinstance(value, dict):
        raise RecordError(_("“%(key)s” is not an object.") % {"key": key})
    return value


def text(raw: Raw, key: str) -> str:
    """Return a text without the space around it; "" for null and for sample values."""
    value = raw.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RecordError(_("“%(key)s” is not a text.") % {"key": key})
    stripped = value.replace("\x00", "").strip()
    return "" if stripped.casefold() in SAMPLES else stripped


def strings(raw: Raw, key: str) -> tuple[str, ...]:
    """Return a list of texts."""
    value = raw.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RecordError(_("“%(key)s” is not a list of texts.") % {"key": key})
    return tuple(value)


def texts(raw: Raw, key: str, *types: str, value: str = "value") -> Texts:
    """Return a list of texts by language, of some types where these are given."""
    found: Texts = {}
    for row in rows(raw, key):
        words = text(row, value)
        if words and (not types or row.get("type") in types):
            found.setdefault(text(row, "language"), words)
    return {language: words for language, words in found.items() if language}


def identity(raw: Raw, key: str = "id") -> str:
    """Return an id, which everything must have."""
    value = text(raw, key)
    if not value:
        raise RecordError(_("“%(key)s” is missing.") % {"key": key})
    if len(value) > LONGEST_ID:
        raise RecordError(_("“%(key)s” is too long.") % {"key": key})
    return value


def names(raw: Raw, key: str) -> Texts:
    """Return a record's names by language; it must have one."""
    found = texts(raw, key, "Name") or texts(raw, key)
    if not found:
        raise RecordError(_("“%(key)s” holds no name.") % {"key": key})
    return found


def is_published(raw: Raw) -> bool:
    """Tell whether a record is published; lists of published records may leave it out."""
    return text(raw, "publishingStatus") in {"", "Published"}
