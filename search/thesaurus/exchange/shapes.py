"""What reading a file of concepts comes to."""

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from search.analysis.stems import ALGORITHMS
from search.thesaurus.concept import Concept


@dataclass(frozen=True)
class Fault:
    """Something that keeps a file from being taken in, and where it stands.

    `column` is the name of a table's column or a number; empty where no one place is wrong.
    """

    line: int  # 0: not known
    column: str
    message: str

    def __str__(self) -> str:
        names = {"line": self.line, "column": self.column, "message": self.message}
        if self.line and self.column:
            return _("Line %(line)d, column %(column)s: %(message)s") % names
        return _("Line %(line)d: %(message)s") % names if self.line else self.message


@dataclass
class Contents:
    """The concepts of a file, and of each its line or, where lines say nothing, its subject.

    `left_out` counts what was passed over, by its reason.
    """

    concepts: list[Concept] = field(default_factory=list)
    places: list[int | str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


def known_languages() -> set[str]:
    """Return the languages whose words the search can use."""
    return {*dict(settings.LANGUAGES), *ALGORITHMS}
