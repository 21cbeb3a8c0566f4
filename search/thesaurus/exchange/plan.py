"""What taking a file of concepts in would do: looked at first, then done as a whole."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext as _

from search.thesaurus.concept import Concept
from search.thesaurus.exchange.shapes import Contents, Fault
from search.thesaurus.rules import Problem, problems
from search.thesaurus.stored import save_concepts, stored_concepts

CODE: Final = re.compile(r"[-a-zA-Z0-9_]{1,80}")


@dataclass(frozen=True)
class Plan:
    """Concepts that are new and that differ from what is kept; with a fault nothing is done."""

    added: list[Concept]
    changed: list[Concept]
    unchanged: int
    faults: list[Fault]
    left_out: dict[str, int]

    def carry_out(self) -> None:
        """Write the concepts."""
        if self.faults:
            raise ValueError("A file with faults can't be taken in.")
        save_concepts([*self.added, *self.changed])


def plan_import(contents: Contents) -> Plan:
    """Compare a file with what is kept. Concepts that the file doesn't have stay as they are."""
    kept = {concept.code: concept for concept in stored_concepts()}
    new = [concept for concept in contents.concepts if concept.code not in kept]
    known = [concept for concept in contents.concepts if concept.code in kept]
    changed = [concept for concept in known if _essence(concept) != _essence(kept[concept.code])]
    return Plan(
        added=new,
        changed=changed,
        unchanged=len(known) - len(changed),
        faults=[*contents.faults, *_faults(contents, {*kept, *(one.code for one in new)})],
        left_out=dict(contents.left_out),
    )


def _essence(concept: Concept) -> Concept:
    """Put in one order what has none in SKOS: all but the first term of a language."""
    return replace(
        concept,
        terms={code: (first, *sorted(others)) for code, (first, *others) in concept.terms.items()},
        everyday={code: tuple(sorted(texts)) for code, texts in concept.everyday.items()},
        broader=tuple(sorted(concept.broader)),
        related=tuple(sorted(concept.related)),
        facets={name: tuple(sorted(codes)) for name, codes in concept.facets.items()},
    )


def _faults(contents: Contents, codes: set[str]) -> Iterator[Fault]:
    before: set[str] = set()
    for concept, place in zip(contents.concepts, contents.places, strict=True):
        for problem in (*_problems_of_code(concept.code, before), *problems(concept, codes)):
            if isinstance(place, int):
                yield Fault(place, problem.field, problem.message)
            else:
                yield Fault(0, problem.field, f"{place}: {problem.message}")
        before.add(concept.code)


def _problems_of_code(code: str, before: Collection[str]) -> Iterator[Problem]:
    if not CODE.fullmatch(code):
        message = _(
            "A code has 1 to 80 letters from a to z, numbers, hyphens and underscores only."
        )
        yield Problem("code", message)
    if code in before:
        yield Problem("code", _("Another concept of the file has the code “%s” too.") % code)
