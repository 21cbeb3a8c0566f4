"""Scheduled publishing that goes on past a page that may not go live."""

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Stands in for Wagtail's command of the same name, which stops at the first refusal."""

    help = "Publishes what is due and takes down what has expired; each page by itself."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer a dry run."""
        parser.add_argument("--dry-run", action="store_true", help="Say what is due, do nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit with 3 where some pages were left out and listed."""
        due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
        expired = Page.objects.filter(live=True, expire_at__lt=timezone.now())
        if options["dry_run"]:
            self._say_what_is_due(list(expired), list(due))
            return
        for page in expired:
            with transaction.atomic():
                page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        refused = [row for row in due.order_by("approved_go_live_at") if not self._publish(row)]
        if refused:
            raise SystemExit(3)

    def _publish(self, revision: Revision) -> bool:
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except ValidationError as error:
            logger.warning("Not published: %s: %s", revision.object_str, "; ".join(error.messages))
            self.stderr.write(f"Not published: {revision.object_str}")
            return False
        return True

    def _say_what_is_due(self, expired: list[Page], due: list[Revision]) -> None:
        for page in expired:
            self.stdout.write(f"Would take down: {page}")
        for revision in due:
            self.stdout.write(f"Would publish: {revision.object_str}")
