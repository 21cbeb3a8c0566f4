"""The forms that the thesaurus can be written and read in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from search.thesaurus.concept import Concept
from search.thesaurus.exchange.shapes import Contents
from search.thesaurus.exchange.table import read_table, write_table


@dataclass(frozen=True)
class Format:
    """A way to write concepts, and to read them."""

    name: str
    content_type: str
    write: Callable[[Iterable[Concept]], str]
    read: Callable[[str], Contents]


def _write_turtle(concepts: Iterable[Concept]) -> str:
    """Load the library, which is large, only where it is used."""
    from search.thesaurus.exchange.turtle import write_turtle

    return write_turtle(concepts)


def _read_turtle(text: str) -> Contents:
    from search.thesaurus.exchange.turtle import read_turtle

    return read_turtle(text)


# By the ending of a file's name.
FORMATS: Final = {
    "csv": Format("CSV", "text/csv", write_table, read_table),
    "ttl": Format("Turtle", "text/turtle", _write_turtle, _read_turtle),
}
