"""The demo brings searches along and takes them away again."""

from datetime import timedelta

import pytest

from home.demo.signals import demo_loaded, demo_removed
from search.learning.demo import load_searches
from search.learning.lists import unanswered_texts, unopened_texts
from search.models import SearchCount
from services import clock
from tests.search_learning.conftest import counted


@pytest.mark.django_db
def test_both_lists_have_something_in_both_languages() -> None:
    demo_loaded.send(sender=None, today=clock.today())
    since = clock.today() - timedelta(days=90)
    for texts in (unanswered_texts, unopened_texts):
        assert {row["language"] for row in texts(since, dismissed=False)} == {"fi", "sv"}


@pytest.mark.django_db
def test_the_next_day_adds_a_day_and_removing_leaves_what_others_searched_for() -> None:
    counted("hajuherneet", asked=3)
    load_searches(clock.today())
    before = SearchCount.objects.count()
    load_searches(clock.today())
    assert SearchCount.objects.count() == before
    load_searches(clock.today() + timedelta(days=1))
    assert SearchCount.objects.latest("day").day == clock.today()
    demo_removed.send(sender=None)
    assert [row.text for row in SearchCount.objects.all()] == ["hajuherneet"]
