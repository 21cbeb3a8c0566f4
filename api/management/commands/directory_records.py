"""manage.py directory_records sync|check: upkeep of what the directory API answers with."""

import sys
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser

from api.directory.reconcile import unannounced
from api.directory.records import record

SOME_DIFFER: Final = 3


class Command(BaseCommand):
    """Exits with 0: all well; 3: `check` found records that differ, and lists them."""

    help = "check compares the directory API's records with the pages; sync repairs what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("action", choices=["sync", "check"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do it, and end with its exit code."""
        getattr(self, f"_{action}")()

    def _sync(self) -> None:
        renewed = sum(record(kind, keys) for kind, keys in unannounced() if keys)
        self.stdout.write(f"{renewed} records renewed.")

    def _check(self) -> None:
        different = [(kind, key) for kind, keys in unannounced() for key in sorted(keys)]
        for kind, key in different:
            self.stderr.write(f"{kind} {key}: its record differs")
        self.stdout.write(f"{len(different)} records differ.")
        if different:
            sys.exit(SOME_DIFFER)
