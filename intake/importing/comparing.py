"""What is new in what a source says, compared with what it said last."""

from intake.fields import CHANNEL
from intake.importing.wanted import Values, Wanted
from intake.models import ImportedRecord

NOTHING: Values = {"facts": {}, "texts": {}}
# What is known from locations, which may be missing in a part of the catalogue.
OF_LOCATIONS = ("place", "opening_hours")


def differing(old: Values, new: Values) -> Values:
    """Return the names whose values differ, with the new ones; None for what is gone."""
    names = [*new, *(name for name in old if name not in new)]
    return {name: new.get(name) for name in names if old.get(name) != new.get(name)}


def is_same(old: Values, new: Values) -> bool:
    """Tell whether two memories say the same; another order of the same is nothing new."""
    return {**old, "order": None} == {**new, "order": None}


def merged(record: ImportedRecord, wanted: Wanted) -> Values:
    """Return what to remember: what is wanted, and of before what cannot be judged from it.

    A language that is gone stays as it was; so do channels that the source names without having
    them, and the kind of page that was made.
    """
    old = record.values or NOTHING
    kind = {"kind": old["kind"]} if "kind" in old else {}
    facts = {**wanted.facts, **_unseen(old["facts"], wanted)}
    texts = {**old["texts"], **wanted.texts}
    return {**wanted.values, **kind, "facts": facts, "texts": texts, "order": list(facts)}


def _unseen(old: Values, wanted: Wanted) -> Values:
    owners = tuple(f"{CHANNEL}{channel}/" for channel in wanted.missing)
    kept = {name: value for name, value in old.items() if owners and name.startswith(owners)}
    if owners and "place" not in wanted.facts:
        kept.update({name: old[name] for name in OF_LOCATIONS if name in old})
    return kept
