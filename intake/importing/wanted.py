"""What a source wants a record to be here, in the words of `intake.fields`."""

from dataclasses import dataclass, field
from typing import Any

Values = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """One organisation or entry, with its values as JSON.

    `facts` go by name, `texts` by language and name, in the order of the site's languages.
    `missing` names channels that the source speaks of without having them; `municipalities` the
    labels of all that the facts name; `remarks` what could not be used.
    """

    external_id: str
    file: str
    facts: Values
    texts: dict[str, Values]
    organisation: str = ""
    kind: str = ""
    municipalities: dict[str, dict[str, str]] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    other_languages: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title in the first language it has."""
        return next((str(texts["title"]) for texts in self.texts.values()), "")

    @property
    def values(self) -> Values:
        """What is remembered of it."""
        kind = {"kind": self.kind} if self.kind else {}
        return {**kind, "facts": self.facts, "texts": self.texts, "order": list(self.facts)}


def facts_in_order(values: Values) -> Values:
    """Return remembered facts in the order that the source has: not all databases keep it."""
    facts: Values = values["facts"]
    return {name: facts[name] for name in values.get("order", facts) if name in facts}
