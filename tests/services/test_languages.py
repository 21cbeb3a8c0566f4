"""Either language first; the other one shown and marked; addresses that always answer."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, TestCase
from django.urls import reverse

from services.models import Entry, OrganisationPage
from services.selectors.addresses import permanent_url, url_in
from tests.factories import (
    Tree,
    make_entry,
    make_organisation,
    make_second_language,
    make_user,
    submit_translation,
    translate_all,
)

pytestmark = pytest.mark.django_db


def alias_of(organisation: OrganisationPage, language: str) -> OrganisationPage:
    return OrganisationPage.objects.get(
        translation_key=organisation.translation_key, locale__language_code=language
    )


@pytest.mark.parametrize(("source", "other"), [("fi", "sv"), ("sv", "fi")])
def test_an_entry_shows_in_the_other_language_at_its_address(
    site: Tree, client: Client, source: str, other: str
) -> None:
    organisation = make_organisation(source=source)
    entry = make_entry(organisation=organisation, language=source, title="Vain yhdella")
    url = url_in(entry, other)
    assert url.startswith(f"/{other}/organisaatiot/")
    response = client.get(url)
    html = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{other}"' in html
    assert f'lang="{source}"' in html
    assert f'<link rel="canonical" href="http://testserver{url_in(entry, source)}"' in html


def test_a_submitted_translation_leaves_the_original_in_place(site: Tree, client: Client) -> None:
    entry = make_entry()
    submit_translation(entry, "sv")
    assert client.get(url_in(entry, "sv")).status_code == 200


def test_a_draft_translation_leaves_the_original_in_place(site: Tree, client: Client) -> None:
    entry = make_entry()
    url = url_in(entry, "sv")
    draft = make_second_language(entry, "Familjerådgivning", "sv")
    draft.unpublish()
    assert client.get(url).status_code == 200


def test_a_live_translation_takes_over(site: Tree, client: Client) -> None:
    entry = make_entry()
    old = url_in(entry, "sv")
    other = make_second_language(entry, "Familjerådgivning", "sv")
    assert url_in(entry, "sv") == url_in(other, "sv")
    assert client.get(url_in(other, "sv")).status_code == 200
    assert old != url_in(other, "sv")


def test_an_unpublished_entry_is_in_no_language(site: Tree, client: Client) -> None:
    entry = make_entry()
    urls = [url_in(entry, language) for language in ("fi", "sv")]
    entry.unpublish()
    assert [client.get(url).status_code for url in urls] == [404, 404]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_permanent_address_leads_to_the_entry(
    site: Tree, client: Client, language: str
) -> None:
    entry = make_entry()
    for url in (permanent_url(entry.translation_key, language), f"/{language}/e/{entry.pk}/"):
        response = client.get(url, follow=True)
        assert response.status_code == 200
        assert response.request["PATH_INFO"] == url_in(entry, language)


def test_an_unknown_permanent_address_is_a_404(site: Tree, client: Client) -> None:
    assert client.get("/fi/e/999999/").status_code == 404
    assert client.get("/sv/e/nonsense/").status_code == 404
    assert client.get("/fi/e/99999999999999999999/").status_code == 404
    assert client.get("/fi/%00/").status_code == 404


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("sv-FI,sv;q=0.9", "/sv/"), ("fi", "/fi/"), ("de", "/fi/"), ("", "/fi/")],
)
def test_the_root_follows_the_browser_without_a_cookie(
    site: Tree, client: Client, accepted: str, expected: str
) -> None:
    response = client.get("/", headers={"accept-language": accepted})
    assert response.status_code == 302
    assert response["Location"] == expected
    assert "Accept-Language" in response["Vary"]
    assert not response.cookies


def test_visitors_get_no_cookie(site: Tree, client: Client) -> None:
    entry = make_entry()
    for url in ("/fi/", url_in(entry, "sv"), "/fi/apua-nyt/", "/sv/veckan/"):
        response = client.get(url)
        assert response.status_code == 200
        assert not response.cookies


def test_languages_never_stand_on_each_others_address(site: Tree) -> None:
    organisation = make_organisation()
    finnish = make_entry(organisation=organisation, title="Kerho")
    swedish = make_entry(organisation=organisation, language="sv", title="Kerho")
    assert (finnish.slug, swedish.slug) == ("kerho", "kerho-2")
    swedish.slug = "kerho"
    with pytest.raises(ValidationError) as refused:
        swedish.save_revision()
    assert "slug" in refused.value.error_dict


def test_a_translation_gets_an_address_of_its_own_words(site: Tree) -> None:
    entry = make_entry(title="Perheneuvola")
    translation = submit_translation(entry, "sv")
    translate_all(translation, prefix="Rådgivning ")
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    assert translation.get_target_instance().slug.startswith("radgivning-")


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(make_user("admin", superuser=True))
    return client


def test_deleting_in_the_admin_takes_the_translation_along(site: Tree, admin: Client) -> None:
    entry = make_entry()
    make_second_language(entry, "Familjerådgivning", "sv")
    admin.post(reverse("wagtailadmin_pages:delete", args=[entry.pk]))
    assert not Entry.objects.filter(translation_key=entry.translation_key).exists()


def test_moving_in_the_admin_takes_the_translation_along(site: Tree, admin: Client) -> None:
    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    target = make_organisation("Toinen")
    admin.post(reverse("wagtailadmin_pages:move_confirm", args=[entry.pk, target.pk]))
    moved: Any = Entry.objects.get(pk=other.pk)
    assert moved.get_parent().pk == alias_of(target, "sv").pk
    assert Entry.objects.get(pk=entry.pk).get_parent().pk == target.pk


def test_actions_take_translations_along_too(site: Tree) -> None:
    from services.actions.deletion import delete_with_translations, move_with_translations

    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    target = make_organisation("Toinen")
    move_with_translations(page=entry, target=target)
    assert Entry.objects.get(pk=other.pk).get_parent().pk == alias_of(target, "sv").pk
    delete_with_translations(page=Entry.objects.get(pk=entry.pk))
    assert not Entry.objects.filter(translation_key=entry.translation_key).exists()


@pytest.mark.parametrize("action", ["delete", "move"])
def test_bulk_actions_take_translations_along(site: Tree, admin: Client, action: str) -> None:
    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    target = make_organisation("Toinen")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    response = admin.post(f"{url}?id={entry.pk}", {"chooser": target.pk})
    assert response.status_code == 302
    if action == "delete":
        assert not Entry.objects.filter(translation_key=entry.translation_key).exists()
    else:
        assert Entry.objects.get(pk=other.pk).get_parent().pk == alias_of(target, "sv").pk
