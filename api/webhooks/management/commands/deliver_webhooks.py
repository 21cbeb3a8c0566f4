"""manage.py deliver_webhooks [--forever]: sends what is due."""

import logging
import time
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, close_old_connections

from api.webhooks.delivering import deliver_due, remove_old

PAUSE_SECONDS: Final = 2
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Exits with 0; what a subscriber didn't take is listed in the admin and tried again."""

    help = "Sends webhook messages that are due, and removes those older than 30 days."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer to stay."""
        parser.add_argument(
            "--forever", action="store_true", help="Stay, and send whenever something is due."
        )

    def handle(self, *args: Any, forever: bool, **options: Any) -> None:
        """Do it once, or until somebody stops the process."""
        if removed := remove_old():
            self.stdout.write(f"Old messages removed: {removed}")
        deliver_due()
        while forever:
            time.sleep(PAUSE_SECONDS)
            close_old_connections()
            try:
                deliver_due()
            except OperationalError as error:
                logger.warning("The database is away, trying again: %s", error)
