"""A mapping from a data file that knows where it stands: every complaint says file and key."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.conf.locale import LANG_INFO

from services.fields import LocalizedText

T = TypeVar("T")


class DemoError(Exception):
    """Something in the demo's data files is wrong; the message says where."""


class Record:
    """Typed reading of one mapping. A key that nobody reads is a mistake in the file."""

    def __init__(self, values: object, where: str) -> None:
        if not isinstance(values, dict):
            raise DemoError(f"{where}: a mapping is needed here, not {values!r}")
        self.values: dict[str, Any] = values
        self.where = f"{where} {values['code']}" if "code" in values else where
        self._unread = set(values)
        self._parts: dict[str, Record] = {}

    def get(self, key: str, kind: type[T], default: T) -> T:
        """Return a value of a type, or the default where the key is missing."""
        self._unread.discard(key)
        value = self.values.get(key)
        if value is None:
            return default
        # `True` is an int to Python, but no number in a file.
        if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
            raise self.error(key, f"{value!r} is no {kind.__name__}")
        return value

    def need(self, key: str, kind: type[T]) -> T:
        """Return a value of a type; complain where the key is missing."""
        if self.values.get(key) is None:
            raise self.error(key, "is missing")
        return self.get(key, kind, kind())

    def number(self, key: str) -> float | None:
        """Return a number, with or without decimals, or None."""
        if self.values.get(key) is None:
            return None
        whole = isinstance(self.values[key], int)
        return float(self.need(key, int) if whole else self.need(key, float))

    def text(self, key: str) -> str:
        """Return a text, "" where the key is missing."""
        return self.get(key, str, "")

    def texts(self, key: str) -> LocalizedText:
        """Return a text per language; empty where the key is missing."""
        texts = self.get(key, dict, {})
        for language, text in texts.items():
            if language not in LANG_INFO or not isinstance(text, str):
                raise self.error(key, f"{language!r}: {text!r} is no text in a language")
        return LocalizedText(texts)

    def text_in(self, key: str, language: str) -> str:
        """Return a text in one language, "" where the key is missing.

        What is said in some language has to be said in all languages of the page.
        """
        texts = self.texts(key)
        if texts and language not in texts:
            raise self.error(key, f"has no text in {language!r}, though the title has")
        return texts.get(language, "")

    def lines_in(self, key: str, language: str) -> str:
        """Return a list of texts in one language, one a line."""
        rows = [Record({key: row}, self.where) for row in self.get(key, list, [])]
        return "\n".join(row.text_in(key, language) for row in rows)

    def code(self, key: str, allowed: Iterable[str]) -> str:
        """Return one of the allowed codes."""
        return self._checked(key, self.need(key, str), allowed)

    def codes(self, key: str, allowed: Iterable[str]) -> list[str]:
        """Return a list of allowed codes, empty where the key is missing."""
        return [self._checked(key, code, allowed) for code in self.get(key, list, [])]

    def part(self, key: str) -> "Record | None":
        """Return a mapping inside this one, or None."""
        values = self.get(key, dict, {})
        return self._part(values, key) if values else None

    def parts(self, key: str) -> "list[Record]":
        """Return a list of mappings inside this one, empty where the key is missing."""
        values = self.get(key, list, [])
        return [self._part(value, f"{key}[{n}]") for n, value in enumerate(values)]

    def error(self, key: str, what: str) -> DemoError:
        """Return an error that says where in the files it is."""
        return DemoError(f"{self.where}: {key}: {what}")

    def complain_about_unread(self) -> None:
        """Raise where the mapping or a part of it holds a key that nothing has asked for."""
        for key in sorted(self._unread):
            raise self.error(key, "nothing reads this key; is it spelt right?")
        for part in self._parts.values():
            part.complain_about_unread()

    def _part(self, values: object, key: str) -> "Record":
        if key not in self._parts:
            self._parts[key] = Record(values, f"{self.where}: {key}")
        return self._parts[key]

    def _checked(self, key: str, code: str, allowed: Iterable[str]) -> str:
        if code not in allowed:
            raise self.error(key, f"unknown code {code!r}")
        return code
