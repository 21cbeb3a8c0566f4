"""One clock for what is shown; how long answers are kept goes by real time."""

import os
from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Helsinki")


def now() -> datetime:
    """Return this moment in local time, or the one FAMILYCENTRE_NOW fixes (ISO 8601)."""
    if text := os.environ.get("FAMILYCENTRE_NOW"):
        fixed = datetime.fromisoformat(text)
        return (fixed if fixed.tzinfo else fixed.replace(tzinfo=ZONE)).astimezone(ZONE)
    return datetime.now(ZONE)


def local(moment: str) -> datetime:
    """Return a moment of the API's in local time."""
    return datetime.fromisoformat(moment).astimezone(ZONE)
