"""Old days go after 13 months, rare texts after 30 days."""

import pytest
from django.core.management import call_command

from search.models import SearchCount
from tests.search_learning.conftest import counted


@pytest.mark.django_db
def test_old_and_rare_counts_are_forgotten() -> None:
    counted("vanha", days_ago=400, asked=9)
    counted("uusi", days_ago=390, asked=9)
    counted("harvinainen", days_ago=31, asked=2)
    counted("vielä harvinainen", days_ago=30, asked=2)
    counted("yhteensä kolme", days_ago=31, asked=2)
    counted("yhteensä kolme", days_ago=2, asked=1)
    counted("yhteensä kolme", days_ago=31, asked=2, language="sv")
    call_command("prune_search_counts")
    left = SearchCount.objects.values_list("language", "text").distinct()
    assert set(left) == {("fi", "uusi"), ("fi", "vielä harvinainen"), ("fi", "yhteensä kolme")}
    assert SearchCount.objects.filter(text="yhteensä kolme").count() == 2
