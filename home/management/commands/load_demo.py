"""Puts the demo region into the database, or takes it away again."""

from collections import Counter
from datetime import date
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.demo.loading import load
from home.demo.record import DemoError
from home.demo.removal import remove
from home.demo.summary import summary
from services import clock


class Command(BaseCommand):
    """`manage.py load_demo [--today DATE] [--remove]`."""

    help = "Loads the demo region with its dates around today; running it again renews it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day that schedules lie around, or the wish to remove."""
        parser.add_argument(
            "--today", type=date.fromisoformat, metavar="DATE", help="load as if it were this day"
        )
        parser.add_argument("--remove", action="store_true", help="delete what the demo made")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load or remove, and say what was done."""
        if not settings.DEMO_ALLOWED:
            raise CommandError("The demo is for trying out; this site's settings do not allow it.")
        started = monotonic()
        try:
            self._load_or_remove(options)
        except DemoError as error:
            raise CommandError(f"Nothing was changed. {error}") from error
        self._say(f"Done in {monotonic() - started:.1f} s")

    def _load_or_remove(self, options: dict[str, Any]) -> None:
        if options["remove"]:
            self._say(f"Removed: {_counts(remove())}")
            return
        tally = load(today=options["today"] or clock.today(), say=self._say)
        self._say(f"Pages: {_counts(tally)}")
        for line in summary():
            self._say(line)

    def _say(self, line: str) -> None:
        self.stdout.write(f"· {line}")


def _counts(tally: Counter[str]) -> str:
    return ", ".join(f"{what} {count}" for what, count in tally.items())
