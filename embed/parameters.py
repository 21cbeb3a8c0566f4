"""What an address may ask: known parameters alone, in one order, none of them long."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from werkzeug.datastructures import MultiDict

Params = tuple[tuple[str, str], ...]

CODES = (
    "kind",
    "municipality",
    "area",
    "theme",
    "life_stage",
    "audience",
    "language",
    "sector",
    "channel",
    "group_type",
)
FLAGS = ("free", "low_threshold", "open_now", "this_week")
VALUES = 20  # of one parameter
WORDS = 100  # characters of a search
CURSOR = 4_000  # characters; the directory's own, and unreadable here
DAY = 24 * 3_600  # seconds
MONTH = 30 * DAY


@dataclass(frozen=True)
class Question:
    """Which entries or meetings are asked for."""

    choices: Params = ()  # codes, flags and an organisation
    words: str = ""
    cursor: str = ""

    @classmethod
    def from_args(cls, args: MultiDict[str, str]) -> Self:
        """Read the parameters of an address, and leave out those that are none."""
        return cls(
            choices=tuple(_choices(args)),
            words=" ".join(args.get("q", "").split())[:WORDS],
            cursor=args.get("cursor", "")[:CURSOR],
        )

    @property
    def params(self) -> Params:
        """The question as the directory reads it."""
        return (*self.list_params, *_unless_empty("cursor", self.cursor))

    @property
    def list_params(self) -> Params:
        """The question without its page."""
        return (*self.choices, *_unless_empty("q", self.words))

    @property
    def seconds(self) -> int:
        """How long an answer is worth keeping: a municipality's list longer than a search."""
        return DAY if self.words or self.cursor else MONTH

    def values(self, name: str) -> list[str]:
        """Return what is chosen of one parameter."""
        return [value for each, value in self.choices if each == name]

    def has_unknown(self, codes: Mapping[str, Any]) -> bool:
        """Tell whether it asks for a code that the directory doesn't have."""
        known = {name: {code["code"] for code in codes[name]} for name in CODES}
        return any(value not in known.get(name, {value}) for name, value in self.choices)


def _choices(args: MultiDict[str, str]) -> Iterator[tuple[str, str]]:
    for name in CODES:
        values = {value.strip() for value in args.getlist(name)} - {""}
        yield from ((name, value) for value in sorted(values)[:VALUES])
    yield from ((name, "1") for name in FLAGS if args.get(name) == "1")
    yield from (
        ("organisation", value) for value in filter(_is_uuid, args.getlist("organisation")[:1])
    )


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _unless_empty(name: str, value: str) -> Params:
    return ((name, value),) if value else ()
