"""Brings the national service catalogue in, or takes an import back."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from intake.errors import NothingImportedError
from intake.importing.run import run_import
from intake.importing.undo import last_batch, undo_batch
from intake.models import ImportBatch
from intake.report import Report
from intake.summary import lines

DONE, NOTHING_DONE, SOME_LEFT_OUT = 0, 1, 3


class Command(BaseCommand):
    """`manage.py import_ptv PATH [--dry-run] [--unpublish-vanished]`, or `--undo [BATCH]`.

    Exits with 0 when all is well, 3 when some records were left out (they are listed), 1 when
    nothing was done.
    """

    help = "Imports the national service catalogue (PTV Open API, JSON), or takes an import back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the path, or the batch to undo."""
        parser.add_argument("path", nargs="?", type=Path, help="a JSON file, a folder or a zip")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")
        parser.add_argument(
            "--unpublish-vanished",
            action="store_true",
            help="take entries off the site that the catalogue has no more",
        )
        parser.add_argument(
            "--undo",
            nargs="?",
            type=int,
            const=0,
            metavar="BATCH",
            help="take an import back: the last one, or the one of this number",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Import or undo, and say what was done."""
        if (options["path"] is None) == (options["undo"] is None):
            raise CommandError(_("Give either a path to import or --undo."))
        left_out = self._undo(options["undo"]) if options["path"] is None else self._import(options)
        if left_out:
            sys.exit(SOME_LEFT_OUT)

    def _import(self, options: dict[str, Any]) -> bool:
        # No bar where nobody watches: in a file it would only be in the way.
        with tqdm(disable=None, unit="", file=self.stderr) as bar:
            batch = self._run(options, bar)
        report = Report.from_json(batch.report)
        for line in lines(report, batch, dry_run=options["dry_run"]):
            self.stdout.write(line)
        return report.left_out

    def _run(self, options: dict[str, Any], bar: Any) -> ImportBatch:
        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        try:
            return run_import(
                options["path"],
                dry_run=options["dry_run"],
                unpublish_vanished=options["unpublish_vanished"],
                progress=progress,
            )
        except NothingImportedError as error:
            reason = _("Nothing was changed. %(reason)s") % {"reason": error}
            raise CommandError(reason, returncode=NOTHING_DONE) from error

    def _undo(self, number: int) -> bool:
        batch = ImportBatch.objects.filter(pk=number).first() if number else last_batch()
        if batch is None:
            raise CommandError(_("There is no such import."), returncode=NOTHING_DONE)
        try:
            kept = undo_batch(batch)
        except ValueError as error:
            raise CommandError(str(error), returncode=NOTHING_DONE) from error
        self.stdout.write(
            _("Undone: import %(number)s, %(name)s") % {"number": batch.pk, "name": batch.name}
        )
        for sentence in kept:
            self.stdout.write(f"  {sentence}")
        return bool(kept)
