"""Taking the clock of changes: who holds it is the only one who changes what is published."""

from typing import Final

from services.models.change import ChangeClock

CLOCK_ID: Final = 1


def lock_clock() -> ChangeClock:
    """Return the clock, locked until the transaction ends.

    Lock it before anything is read: of two who publish at once, the later one then sees what the
    earlier one wrote. Whoever ticks saves.
    """
    ChangeClock.objects.bulk_create([ChangeClock(pk=CLOCK_ID)], ignore_conflicts=True)
    return ChangeClock.objects.select_for_update().get(pk=CLOCK_ID)
