"""What was counted is forgotten again."""

from typing import Final

from dateutil.relativedelta import relativedelta

from search.models import SearchCount
from services import clock

KEPT: Final = relativedelta(months=13)
# A text that hardly anybody asks with is kept for this long only.
RARE_KEPT: Final = relativedelta(days=30)
# From so many times on a text is no longer rare, and coordinators see it.
OFTEN: Final = 3


def remove_old_counts() -> int:
    """Delete days older than 13 months, and after 30 days what was asked less than three times."""
    today = clock.today()
    old, _models = SearchCount.objects.filter(day__lt=today - KEPT).delete()
    rare = SearchCount.objects.rare(OFTEN).filter(day__lt=today - RARE_KEPT)
    removed, _models = SearchCount.objects.filter(pk__in=rare.values("pk")).delete()
    return old + removed
