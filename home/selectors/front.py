"""What the front page shows: situations and the meetings of today and tomorrow."""

from typing import Any

from home.models import FrontPage
from home.selectors.situations import life_situations
from services import clock
from services.selectors.meetings import meeting_days

SITUATIONS_SHOWN = 8
DAYS_SHOWN = 2
MEETINGS_OF_A_DAY = 5


def front_context(page: FrontPage) -> dict[str, Any]:
    """Return the front page's context; numbers and doors are in the frame."""
    return {
        "situations": life_situations()[:SITUATIONS_SHOWN],
        "days": meeting_days(clock.today(), DAYS_SHOWN, limit=MEETINGS_OF_A_DAY),
    }
