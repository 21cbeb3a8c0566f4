"""What an import did, or would do: for the command's summary, the editor's page and the batch."""

from dataclasses import asdict, dataclass, field
from typing import Any, Final, Self


@dataclass(frozen=True)
class Problem:
    """Something that was left out: a record, or a whole file (no id)."""

    file: str
    id: str
    reason: str


@dataclass(frozen=True)
class Difference:
    """A field that is ours now, and what the catalogue says instead; values in words.

    `name` is the field's name in `intake.fields`, `field` the same in words.
    """

    record: str
    title: str
    language: str
    name: str
    field: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Duplicate:
    """A record that is perhaps the same as an entry made here; `entry` is its translation key."""

    record: str
    title: str
    entry: str
    entry_title: str


@dataclass(frozen=True)
class Mention:
    """A record by its external id and title."""

    record: str
    title: str


@dataclass(frozen=True)
class Change:
    """A record that was created or changed; `organisation` is its organisation's title."""

    record: str
    title: str
    organisation: str
    kind: str
    outcome: str


# So many changes are listed; the counts hold them all.
MOST_CHANGES: Final = 1000


@dataclass
class Report:
    """The outcome of one import.

    `counts` goes by kind ("organisation", "entry") and outcome ("created", "changed",
    "unchanged", "left_out"); `languages_left_out` counts records by languages that the site
    does not have. `failure` says why nothing was done, or nothing undone; `kept` what undoing left,
    in sentences.
    """

    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    duplicates: list[Duplicate] = field(default_factory=list)
    vanished: list[Mention] = field(default_factory=list)
    languages_vanished: list[Mention] = field(default_factory=list)
    channels_missing: list[Mention] = field(default_factory=list)
    municipalities_added: list[Mention] = field(default_factory=list)
    organisations_matched: list[Mention] = field(default_factory=list)
    languages_left_out: dict[str, int] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    failure: str = ""

    def add_change(self, change: Change) -> None:
        """List what became of a record, while there is room."""
        self.count(change.kind, change.outcome)
        if len(self.changes) < MOST_CHANGES:
            self.changes.append(change)

    def count(self, kind: str, outcome: str, number: int = 1) -> None:
        """Count what became of a record."""
        outcomes = self.counts.setdefault(str(kind), {})
        outcomes[outcome] = outcomes.get(outcome, 0) + number

    @property
    def left_out(self) -> bool:
        """Whether some of the records did not go in."""
        return bool(self.problems or self.duplicates)

    def to_json(self) -> dict[str, Any]:
        """Return the report as the batch stores it."""
        return asdict(self)

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """Read what `to_json` wrote; an empty report where nothing is stored yet."""
        rows = {
            "problems": Problem,
            "differences": Difference,
            "duplicates": Duplicate,
            "vanished": Mention,
            "languages_vanished": Mention,
            "channels_missing": Mention,
            "municipalities_added": Mention,
            "organisations_matched": Mention,
            "changes": Change,
        }
        lists = {name: [rows[name](**row) for row in content.get(name, [])] for name in rows}
        return cls(**{**content, **lists})
