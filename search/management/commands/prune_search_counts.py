"""manage.py prune_search_counts: forgets old and rare searches."""

from typing import Any

from django.core.management.base import BaseCommand

from search.learning.upkeep import remove_old_counts


class Command(BaseCommand):
    """Exits with 0."""

    help = (
        "Removes counts of searches that are older than 13 months, and after 30 days those of "
        "texts that were asked less than three times."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Remove them, and say how many."""
        self.stdout.write(f"Counts removed: {remove_old_counts()}")
