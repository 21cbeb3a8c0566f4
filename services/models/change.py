"""The one row that numbers what changes, in the order of commits."""

import uuid
from datetime import timedelta

from django.db import models

from services import clock

SMALLEST_STEP = timedelta(microseconds=1)


class ChangeClock(models.Model):
    """Numbers and dates every change. Its lock makes their order equal the order of commits.

    `history` tells numbers of another database, which somebody may have noted, from ours.
    """

    seq = models.BigIntegerField(default=0)
    changed_at = models.DateTimeField(default=clock.now)
    history = models.UUIDField(default=uuid.uuid4)

    def __str__(self) -> str:
        return str(self.seq)

    def tick(self) -> int:
        """Go on to the next number and to a moment later than any before; in memory."""
        self.seq += 1
        self.changed_at = max(clock.now(), self.changed_at + SMALLEST_STEP)
        return self.seq
