"""What taking a file of concepts in would do: looked at first, then done as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.thesaurus.concept import Concept
from search.thesaurus.exchange.shapes import Contents, Fault
from search.thesaurus.rules import problems
from search.thesaurus.stored import save_concepts, stored_concepts


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
    for concept in contents.concepts:
        for problem in problems(concept, codes):
            line = contents.lines.get(concept.code, 0)
            message = problem.message if line else f"{concept.code}: {problem.message}"
            yield Fault(line, problem.field, message)
