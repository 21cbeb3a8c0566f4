"""English as a third language is configuration alone: its texts come in then."""

from typing import Any

import pytest
from django.test import Client

from services.models import Entry
from services.selectors.addresses import url_in
from services.translations.facts import facts_of
from tests.factories import make_site
from tests.intake.conftest import CLUB, PARISH, TOWN, Catalogue, entry, organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue(settings: Any, db: Any, tmp_path: Any) -> Catalogue:
    settings.LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    make_site(("fi", "sv", "en"))
    return Catalogue(tmp_path)


def test_texts_in_english_come_in(catalogue: Catalogue, client: Client) -> None:
    report = catalogue.run()
    page = entry(CLUB, "en")
    assert page.title == "Toddlers' club"
    assert page.organisation == organisation(PARISH, "en")
    assert organisation(PARISH, "en").title == "Example Parish (example)"
    assert organisation(PARISH, "fi").alias_of is not None
    assert organisation(TOWN, "en").alias_of is not None
    assert facts_of(page) == facts_of(entry(CLUB, "sv"))
    assert report.languages_left_out == {}
    assert catalogue.run().changes == []
    response = client.get(url_in(page, "en"))
    assert "Play and songs for the smallest." in response.content.decode()


def test_english_added_later_gets_its_pages_at_the_next_import(
    catalogue: Catalogue, settings: Any
) -> None:
    english = settings.LANGUAGES.pop()
    catalogue.run()
    assert Entry.objects.filter(external_id=CLUB).count() == 1
    settings.LANGUAGES = [*settings.LANGUAGES, english]
    catalogue.run()
    assert entry(CLUB, "en").live
    assert organisation(PARISH, "en").alias_of is None
