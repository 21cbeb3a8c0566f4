"""Real records of the catalogue, where they are at hand."""

from typing import Any

import pytest
from django.test import Client

from familycentre.settings.paths import PROJECT
from intake.importing.run import run_import
from intake.report import Report
from services.fields.opening_hours import validate_opening_hours
from services.models import Entry, EntryChannel, OrganisationPage
from services.translations.facts import facts_of
from tests.factories import Tree

REAL = next(
    (found.parent for found in PROJECT.parent.glob("*/data/ptv/servicechannels.json")), None
)
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(REAL is None, reason="there is no real data beside the checkout"),
]


@pytest.fixture
def report(site: Tree) -> Report:
    assert REAL is not None
    return Report.from_json(run_import(REAL).report)


def test_all_of_it_goes_in(report: Report) -> None:
    assert report.problems == []
    assert report.duplicates == []
    assert report.counts == {"organisation": {"created": 3}, "entry": {"created": 25}}
    assert Entry.objects.filter(locale__language_code="fi").count() == 25
    assert Entry.objects.filter(locale__language_code="sv").count() == 5


def test_it_changes_nothing_the_second_time(report: Report) -> None:
    assert REAL is not None
    again = Report.from_json(run_import(REAL).report)
    assert again.counts == {"organisation": {"unchanged": 3}, "entry": {"unchanged": 25}}


def test_every_page_is_valid_and_shows(report: Report, client: Client) -> None:
    pages: list[Any] = [*Entry.objects.all().specific(), *OrganisationPage.objects.all()]
    for page in pages:
        page.full_clean()
        for row in page.channels.all():
            row.full_clean(exclude=["entry", "organisation"])
        assert client.get(page.get_url()).status_code == 200


def test_facts_are_equal_in_all_languages(report: Report) -> None:
    for page in Entry.objects.filter(locale__language_code="sv").specific():
        finnish = page.get_translations().get(locale__language_code="fi").specific
        assert facts_of(page) == facts_of(finnish)


def test_no_sample_value_gets_in(report: Report) -> None:
    texts = [str(page.body) + str(facts_of(page.specific)) for page in Entry.objects.all()]
    for sample in (">value<", ": 'value'", "12 345 6789", "example.com", "61.6887", "27.2721"):
        assert not any(sample in text for text in texts)


def test_hours_are_read(report: Report) -> None:
    hours = set(EntryChannel.objects.exclude(opening_hours="").values_list("opening_hours"))
    assert hours == {("Mo-Fr 09:00-15:00",), ("24/7",)}
    for (text,) in hours:
        validate_opening_hours(text)
