"""manage.py search_index rebuild|sync|check: upkeep of the search index."""

import sys
from typing import Any, Final
from uuid import UUID

from django.core.management.base import BaseCommand, CommandParser
from elasticsearch import ApiError, TransportError

from search.engines import get_engine
from search.reconcile import engine_differences, record_all, unannounced

NOTHING_DONE: Final = 1
SOME_LEFT_OUT: Final = 3


class Command(BaseCommand):
    """Exits with 0: all well; 3: some differ or were left out, and are listed; 1: nothing done."""

    help = (
        "check compares entries, search documents and the engine; sync repairs what differs; "
        "rebuild makes the engine's data anew while searches go on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do."""
        parser.add_argument("action", choices=["rebuild", "sync", "check"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        """Do it, and end with its exit code."""
        try:
            left_out = getattr(self, f"_{action}")()
        except (ApiError, TransportError) as error:
            self.stderr.write(f"Elasticsearch could not do it: {error}")
            sys.exit(NOTHING_DONE)
        for key, why in left_out.items():
            self.stderr.write(f"{key}: {why}")
        if left_out:
            sys.exit(SOME_LEFT_OUT)

    def _check(self) -> dict[UUID, str]:
        documents = unannounced(self._progress)
        engine = engine_differences(get_engine())
        self.stdout.write(f"{len(documents)} documents and {len(engine)} in the engine differ.")
        return {
            **dict.fromkeys(engine, "differs in the engine"),
            **dict.fromkeys(documents, "its document differs"),
        }

    def _sync(self) -> dict[UUID, str]:
        engine = get_engine()
        self._record()
        outcome = engine.catch_up()
        if set(engine_differences(engine)) - outcome.left_out.keys():
            outcome = engine.rebuild()
        self.stdout.write(f"{outcome.written} documents written to the engine.")
        return outcome.left_out

    def _rebuild(self) -> dict[UUID, str]:
        self._record()
        outcome = get_engine().rebuild()
        self.stdout.write(f"{outcome.written} documents in the engine.")
        return outcome.left_out

    def _record(self) -> None:
        changed = record_all(unannounced(self._progress))
        self.stdout.write(f"{changed} documents renewed.")

    def _progress(self, done: int, total: int) -> None:
        self.stdout.write(f"{done} of {total} entries compared")
