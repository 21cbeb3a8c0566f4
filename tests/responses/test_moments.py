"""Every page says itself until when it holds: nothing on it changes before that moment."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from wagtail.models import Page

from services import clock, expiry
from tests.factories import Tree
from tests.responses.conftest import SetClock
from tests.responses.world import make_world

# The same on every database, and pages are made hundreds of times.
pytestmark = [pytest.mark.django_db, pytest.mark.once]
OTHER_VIEWS = ["/fi/apua-nyt/", "/sv/hjalp-nu/", "/fi/viikko/", "/sv/veckan/"]
# Around the hours of offices and meetings; a weekend's; the night that has an hour twice.
MOMENTS = [
    *("2026-11-24T08:59:00", "2026-11-24T10:00:00", "2026-11-24T15:30:00", "2026-11-24T23:59:30"),
    *("2026-11-28T09:30:00", "2026-10-25T03:30:00"),
]
SECOND = timedelta(seconds=1)


def test_every_page_is_the_same_until_the_moment_that_it_names(
    site: Tree, set_clock: SetClock
) -> None:
    make_world(site)
    pages = Page.objects.live().filter(depth__gt=1)
    paths = [*(page.url for page in pages if page.url), *OTHER_VIEWS]
    assert len(paths) > 25
    told_too_late = []
    for moment in MOMENTS:
        for path in paths:
            set_clock(moment)
            body, until = made(path)
            last = datetime.fromtimestamp(until, UTC) - SECOND
            set_clock(max(last, clock.now().astimezone(UTC)).isoformat())
            if made(path)[0] != body:
                told_too_late.append((moment, path, str(last)))
    assert told_too_late == []


def made(path: str) -> tuple[bytes, float]:
    """Return a page as it is made now, for somebody with a cookie, and until when it says it is."""
    with expiry.listening() as ends:
        page = Client().get(path, headers={"cookie": "x=1"})
    assert page.status_code == 200
    return page.content, ends.at
