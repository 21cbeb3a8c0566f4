"""A concept: what families and officials call the same thing, in each language."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Words = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Concept:
    """Words by language. `terms` are those that texts use, `everyday` those that people say.

    `broader` and `related` are codes of other concepts. `facets` are codes by facet: "theme",
    "life_stage". `urgent`: somebody may be in danger. `note` is for editors.
    """

    code: str
    terms: Words
    everyday: Words = field(default_factory=dict)
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    urgent: bool = False
    note: str = ""

    def wordings(self) -> Iterator[tuple[str, str]]:
        """Yield all texts with their languages, people's own first and the terms last."""
        for several in (self.everyday, self.terms):
            for language, texts in several.items():
                yield from ((language, text) for text in texts)
