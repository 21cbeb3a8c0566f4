"""Moves the window of coming meetings on: run it once a night."""

from typing import Any

from django.core.management.base import BaseCommand

from services.models import Meeting, ScheduleRule
from services.notify import keys_changed


class Command(BaseCommand):
    """Rows of meetings reach some months ahead; this brings the next days in and old ones out."""

    help = "Rebuilds the rows of coming meetings of every entry that meets."

    def handle(self, *args: Any, **options: Any) -> None:
        """Announce each entry with meeting times; the listeners rebuild what differs."""
        meeting = set(Meeting.objects.values_list("translation_key", flat=True).distinct())
        keys = meeting | set(
            ScheduleRule.objects.filter(entry__live=True)
            .values_list("entry__translation_key", flat=True)
            .distinct()
        )
        keys_changed(keys)
        self.stdout.write(f"{len(keys)} entries, {Meeting.objects.count()} meetings.")
