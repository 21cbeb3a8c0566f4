"""One clock for the whole project, so that any day, hour or holiday can be tried."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

LOCAL_ZONE = ZoneInfo(settings.TIME_ZONE)


def now() -> datetime:
    """Return this moment in local time, or the one FAMILYCENTRE_NOW fixes (ISO 8601)."""
    if settings.FAMILYCENTRE_NOW:
        fixed = datetime.fromisoformat(settings.FAMILYCENTRE_NOW)
        return (fixed if fixed.tzinfo else fixed.replace(tzinfo=LOCAL_ZONE)).astimezone(LOCAL_ZONE)
    return timezone.now().astimezone(LOCAL_ZONE)


def today() -> date:
    """Return today's date in local time."""
    return now().date()
