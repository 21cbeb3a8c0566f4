"""What a head is told about a draft: what would be said if it were published, and to whom."""

from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from api.directory.schemas import Entry as EntrySchema
from api.previews.tokens import SALT, preview_token
from services.models import Entry, EntryChannel, OrganisationPage
from tests.factories import (
    Tree,
    make_entry,
    make_organisation,
    make_second_language,
    submit_translation,
    translate_all,
)

pytestmark = pytest.mark.django_db


def ask(client: Client, token: str, **params: str) -> Any:
    return client.get(reverse("preview", args=[token]), params)


def told(client: Client, entry: Entry, **params: str) -> Any:
    response = ask(client, preview_token(fresh(entry)), **params)
    assert response.status_code == 200, response.content
    return response.json()


def fresh(entry: Entry) -> Entry:
    return type(entry).objects.get(pk=entry.pk)


def test_a_draft_is_told_and_the_published_entry_stays(site: Tree, client: Client) -> None:
    entry = make_entry(title="Kahvila")
    entry.title = "Kahvila uudessa paikassa"
    entry.channels.add(EntryChannel(kind="phone", value="+358 6 555 0101"))
    entry.save_revision()
    answer = told(client, entry)
    assert answer["id"] == str(entry.translation_key)
    assert answer["title"] == {"fi": "Kahvila uudessa paikassa"}
    assert answer["channels"][0]["value"] == "+358 6 555 0101"
    published = client.get(f"/api/directory/entries/{entry.translation_key}").json()
    assert published["title"] == {"fi": "Kahvila"}
    assert published["channels"] == []


def test_it_has_the_shape_of_every_entry(site: Tree, client: Client) -> None:
    entry = make_entry("peer_group", title="Kerho", live=False)
    EntrySchema.model_validate(told(client, entry))
    EntrySchema.model_validate(told(client, entry, lang="sv"))


def test_what_was_never_published_is_told(site: Tree, client: Client) -> None:
    entry = make_entry(title="Uusi ryhmä", live=False)
    assert told(client, entry, lang="fi")["title"] == "Uusi ryhmä"
    path = f"/api/directory/entries/{entry.translation_key}"
    assert client.get(path).status_code == 404


def test_what_has_no_revision_is_told_as_it_is(site: Tree, client: Client) -> None:
    entry = make_entry(live=False, title="Tuotu")
    entry.latest_revision = None
    entry.save()
    entry.revisions.all().delete()
    assert told(client, entry, lang="fi")["title"] == "Tuotu"


def test_the_other_language_is_the_published_one(site: Tree, client: Client) -> None:
    entry = make_entry(title="Neuvola")
    make_second_language(entry, "Rådgivningen", "sv")
    entry = fresh(entry)
    entry.title = "Neuvola muuttaa"
    entry.save_revision()
    assert told(client, entry)["title"] == {"fi": "Neuvola muuttaa", "sv": "Rådgivningen"}
    assert told(client, entry, lang="sv")["title"] == "Rådgivningen"


def test_a_translation_s_draft_is_told(site: Tree, client: Client) -> None:
    entry = make_entry(title="Neuvola")
    translation = submit_translation(entry, "sv")
    translate_all(translation)
    translation.save_target(publish=False)
    draft = translation.get_target_instance()
    answer = told(client, draft, lang="sv")
    assert (answer["title"], answer["content_language"]) == ("SV Neuvola", "sv")


def test_a_token_keeps_to_its_draft(site: Tree, client: Client) -> None:
    entry = make_entry(title="Kerho")
    token = preview_token(entry)
    entry.title = "Toinen luonnos"
    entry.save_revision()
    assert ask(client, token, lang="fi").json()["title"] == "Kerho"


def test_nobody_keeps_or_finds_it(site: Tree, client: Client) -> None:
    response = ask(client, preview_token(make_entry()))
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in response


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_an_expired_link_says_so(site: Tree, client: Client, settings: Any, language: str) -> None:
    settings.PREVIEW_SECONDS = -1
    assert_problem(ask(client, preview_token(make_entry()), lang=language), 410, language)


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("token", ["nonsense", "a:b:c", "ä:ö:å", "x" * 500])
def test_a_forged_link_leads_nowhere(site: Tree, client: Client, token: str, language: str) -> None:
    assert_problem(ask(client, token, lang=language), 404, language)


def assert_problem(response: Any, status: int, language: str) -> None:
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    assert response["Content-Language"] == language
    assert response.json()["status"] == status


def test_a_signature_for_something_else_is_forged(site: Tree, client: Client) -> None:
    entry = make_entry()
    content = {"page": entry.pk, "revision": entry.latest_revision_id}
    assert ask(client, signing.dumps(content, salt=SALT)).status_code == 200
    assert ask(client, signing.dumps(content, salt="something.else")).status_code == 404


def test_a_draft_deleted_since_is_gone(site: Tree, client: Client) -> None:
    entry = make_entry(live=False)
    token = preview_token(entry)
    entry.delete()
    assert ask(client, token).status_code == 404


def test_under_a_draft_organisation_there_is_nothing_to_show(site: Tree, client: Client) -> None:
    organisation = make_organisation()
    entry = make_entry(organisation=organisation, live=False)
    OrganisationPage.objects.all().update(live=False)
    assert_problem(ask(client, preview_token(entry), lang="fi"), 404, "fi")


def test_what_can_t_be_answered_is_refused(site: Tree, client: Client) -> None:
    token = preview_token(make_entry())
    assert ask(client, token, lang="xx").status_code == 422
    assert client.post(reverse("preview", args=[token])).status_code == 405
