"""A third language is configuration alone."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale

from services.models import OrganisationPage
from services.selectors.addresses import permanent_url, url_in
from tests.factories import Tree, make_entry, make_organisation, make_second_language, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(settings: Any) -> Tree:
    settings.LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    return make_site(("fi", "sv", "en"))


def test_it_shows_what_the_others_have_and_says_so(three: Tree, client: Client) -> None:
    entry = make_entry()
    url = url_in(entry, "en")
    response = client.get(url)
    html = response.content.decode()
    assert url.startswith("/en/")
    assert response.status_code == 200
    assert '<html lang="en"' in html
    assert "Only in Finnish" in html


def test_organisations_are_mirrored_into_it(three: Tree) -> None:
    organisation = make_organisation()
    assert (
        OrganisationPage.objects.filter(translation_key=organisation.translation_key).count() == 3
    )


def test_an_entry_can_be_written_in_it(three: Tree, client: Client) -> None:
    entry = make_entry()
    english = make_second_language(entry, "Family counselling", "en", low_threshold=True)
    assert Locale.objects.get(language_code="en") == english.locale
    response = client.get(permanent_url(entry.translation_key, "en"), follow=True)
    assert "Family counselling" in response.content.decode()
    entry.refresh_from_db()
    assert entry.low_threshold


def test_the_root_and_the_switch_know_it(three: Tree, client: Client) -> None:
    assert client.get("/", headers={"accept-language": "en"})["Location"] == "/en/"
    html = client.get("/fi/").content.decode()
    assert 'hreflang="en"' in html
