"""The shape of a suggestion."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

SuggestionType = Literal["concept", "entry", "municipality", "village", "organisation", "theme"]


@dataclass(frozen=True)
class Suggestion:
    """A text to offer; `language` is the one it is in.

    Entries and organisations have their translation key, all others their code.
    """

    type: SuggestionType
    text: str
    language: str
    key: UUID | None = None
    code: str = ""
