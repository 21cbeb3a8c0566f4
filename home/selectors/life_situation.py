"""What a life situation shows: entries by theme, grouped by kind."""

from typing import Any
from urllib.parse import urlencode

from home.models import LifeSituationPage
from services.selectors.listing import any_theme, entries_by_kind


def life_situation_context(page: LifeSituationPage) -> dict[str, Any]:
    """Return the situation's first steps and the entries of its themes."""
    return {
        "steps": [line.strip() for line in page.first_steps.splitlines() if line.strip()],
        "kinds": entries_by_kind(any_theme(page.themes), limit=8),
        "theme_filter": urlencode({"theme": page.themes}, doseq=True),
    }
