"""A fixed number of queries, however long a list is."""

from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from services.models import OrganisationPage
from services.notify import gathering
from tests.factories import Tree, add_rule, make_entry, make_organisation, make_village

pytestmark = pytest.mark.django_db
# The most that a list may take, when nothing of it is remembered.
MOST = {
    "entries": 3,
    "entries?lang=sv": 3,
    "entries?municipality=598&kind=peer_group": 4,
    "entries?q=ryhm%C3%A4": 4,
    "entries?near=598": 9,
    "entries?lat=63.7&lon=22.7&q=ryhm%C3%A4&page=1": 6,
    "entries?open_now=1&this_week=1": 10,
    "entries?changed_since=1970-01-01T00:00:00Z": 2,
    "meetings": 4,
    "meetings?municipality=598": 5,
    "organisations": 3,
    "places": 5,
    "places?municipality=598": 6,
    "codes": 5,
    "suggest?q=ry": 9,
}


@pytest.fixture(autouse=True)
def a_thesaurus_that_is_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether it has changed is asked once a second, which no list has to do with."""
    monkeypatch.setattr("search.thesaurus.current.TRUSTED", 3600.0)


def counted(client: Client) -> dict[str, int]:
    client.get("/api/directory/entries?q=x")  # the index file takes in what is new
    counts = {}
    for path in MOST:
        cache.clear()
        address = f"/api/directory/{path}{'&' if '?' in path else '?'}limit=100"
        if path.startswith(("codes", "suggest")):
            address = f"/api/directory/{path}"
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        counts[path] = len(captured)
    return counts


def make_groups(count: int, organisation: Any) -> None:
    with gathering():
        for number in range(count):
            group = make_entry(
                "peer_group",
                title=f"Ryhmä {number}",
                organisation=organisation,
                opening_hours="24/7",
                place_source="own",
                street={"fi": f"Katu {number}"},
            )
            add_rule(group, first=date(2026, 11, 26))


def test_queries_for_1_10_and_100_entries(site: Tree, client: Client) -> None:
    organisation: OrganisationPage = make_organisation()
    make_village()
    made = 0
    found = []
    for size in (1, 10, 100):
        make_groups(size - made, organisation)
        made = size
        found.append(counted(client))
        assert client.get("/api/directory/entries").json()["total"] == size
    for path, most in MOST.items():
        counts = [one[path] for one in found]
        assert max(counts) <= most, (path, counts)
        assert counts[1] == counts[2], (path, counts)


def test_one_entry_takes_two(site: Tree, client: Client) -> None:
    entry = make_entry()
    with CaptureQueriesContext(connection) as captured:
        client.get(f"/api/directory/entries/{entry.translation_key}")
    assert len(captured) == 2
