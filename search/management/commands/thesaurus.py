"""`thesaurus load|export|import`: the concepts of the search, shipped ones and files."""

import sys
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from search.thesaurus.exchange import FORMATS, Plan, plan_import
from search.thesaurus.exchange.formats import Format
from search.thesaurus.shipped import shipped_concepts
from search.thesaurus.stored import save_concepts, stored_concepts

SOME_LEFT_OUT: Final = 3


class Command(BaseCommand):
    """Exits with 0: all well; 3: some was left out, and is listed; 1: nothing done."""

    help = (
        "load adds the shipped concepts that are missing and changes no other; export and import "
        "write and read a file (.csv, or .ttl for SKOS). An import is done as a whole or not at "
        "all; concepts that the file doesn't have stay."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        actions = parser.add_subparsers(dest="action", required=True)
        load = actions.add_parser("load")
        actions.add_parser("export").add_argument("file", type=Path)
        taking_in = actions.add_parser("import")
        taking_in.add_argument("file", type=Path)
        for one in (load, taking_in):
            one.add_argument("--dry-run", action="store_true", help="only tell what would be done")

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do it."""
        getattr(self, f"_{action}")(**options)

    def _load(self, *, dry_run: bool, **_options: Any) -> None:
        known = {concept.code for concept in stored_concepts()}
        missing = [concept for concept in shipped_concepts() if concept.code not in known]
        if not dry_run:
            save_concepts(missing)
        self.stdout.write(_("Concepts added: %d") % len(missing))

    def _export(self, *, file: Path, **_options: Any) -> None:
        concepts = list(stored_concepts())
        try:
            file.write_text(_format(file).write(concepts), encoding="utf-8", newline="")
        except OSError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("Concepts written: %d") % len(concepts))

    def _import(self, *, file: Path, dry_run: bool, **_options: Any) -> None:
        try:
            text = file.read_bytes().decode()
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(str(error)) from error
        plan = plan_import(_format(file).read(text))
        for fault in plan.faults:
            self.stderr.write(str(fault))
        if plan.faults:
            raise CommandError(_("Nothing was taken in."))
        if not dry_run:
            plan.carry_out()
        self._report(plan)

    def _report(self, plan: Plan) -> None:
        self.stdout.write(_("Concepts added: %d") % len(plan.added))
        self.stdout.write(_("Concepts changed: %d") % len(plan.changed))
        self.stdout.write(_("Concepts as they were: %d") % plan.unchanged)
        for what, count in plan.left_out.items():
            self.stderr.write(_("Left out: %(what)s (%(count)d)") % {"what": what, "count": count})
        if plan.left_out:
            sys.exit(SOME_LEFT_OUT)


def _format(file: Path) -> Format:
    found = FORMATS.get(file.suffix.removeprefix("."))
    if found is None:
        raise CommandError(_("The file's name must end with .csv or .ttl."))
    return found
