"""Brings facts that a crash left behind to the other languages: run it once a night."""

from typing import Any

from django.core.management.base import BaseCommand

from services.models import Entry, OrganisationPage
from services.translations.facts import sync_facts


class Command(BaseCommand):
    """Facts flow when a page is published; a process killed in that moment is caught up here."""

    help = "Makes facts equal in all languages; what was published last is true."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the latest published version of each page; equal ones cost nothing."""
        seen = set()
        for model in (OrganisationPage, Entry):
            live = model.objects.filter(live=True, alias_of=None).order_by("-last_published_at")
            for page in live.specific().iterator():
                if page.translation_key not in seen:
                    seen.add(page.translation_key)
                    sync_facts(page)
        self.stdout.write(f"{len(seen)} pages compared.")
