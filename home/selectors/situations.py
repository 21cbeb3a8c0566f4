"""Life situations in the visitor's language, or in the one they have."""

from home.models import LifeSituationPage
from services.selectors.pages import PageLink, live_versions, page_links


def life_situations(audience: str = "") -> list[PageLink]:
    """Return the life situations in the editors' order; for one audience where it is given."""
    pages = live_versions(LifeSituationPage).defer("body").order_by("path")
    if audience:
        pages = pages.filter(audiences__has=audience)
    return page_links(pages)
