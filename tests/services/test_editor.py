"""The page editor: what it refuses, what it doesn't offer, what it cleans up."""

from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client, TestCase
from django.urls import reverse
from wagtail.models import Collection

from services.models import EntryChannel, OrganisationAccess, OrganisationPage
from services.translations.cascade import translations_by_page
from tests.factories import (
    Tree,
    make_entry,
    make_organisation,
    make_user,
    submit_translation,
    translate_all,
)
from tests.permissions.world import group_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(make_user("admin", superuser=True))
    return client


def mirror(organisation: OrganisationPage) -> Any:
    [version] = translations_by_page([organisation])[organisation]
    return version.specific


def test_copying_keeps_the_address_free_in_every_language(site: Tree, admin: Client) -> None:
    organisation = make_organisation()
    make_entry(organisation=organisation, language="sv", title="Klubben")
    entry = make_entry(organisation=organisation, title="Kerho")
    url = reverse("wagtailadmin_pages:copy", args=[entry.pk])
    form = {"new_title": "Kerho 2", "new_slug": "klubben", "new_parent_page": organisation.pk}
    response = admin.post(url, form)
    assert "new_slug" in response.context["form"].errors
    assert "alias" not in response.context["form"].fields
    assert admin.post(url, {**form, "new_slug": "kerho-2"}).status_code == 302
    assert organisation.get_children().filter(slug="kerho-2", alias_of=None).exists()


def test_an_organisation_is_not_copied(site: Tree, admin: Client) -> None:
    organisation = make_organisation()
    url = reverse("wagtailadmin_pages:copy", args=[organisation.pk])
    response = admin.get(url)
    index = organisation.get_parent()
    assert response.status_code == 302
    assert response["Location"] == reverse("create_organisation", args=[index.pk])


def test_a_live_organisation_is_translated_in_the_editor(site: Tree, admin: Client) -> None:
    organisation = make_organisation("Perhetalo")
    translation = submit_translation(organisation, "sv")
    alias = mirror(organisation)
    assert alias.alias_of_id == organisation.pk
    url = reverse("wagtailadmin_pages:edit", args=[alias.pk])
    assert "wagtail_localize/admin/edit_translation.html" in {
        template.name for template in admin.get(url).templates
    }
    admin.post(url, {"action": "publish"})
    assert mirror(organisation).alias_of_id == organisation.pk
    translate_all(translation)
    with TestCase.captureOnCommitCallbacks(execute=True):
        admin.post(url, {"action": "publish"})
    translated = mirror(organisation)
    assert translated.pk == alias.pk
    assert (translated.alias_of_id, translated.title, translated.live) == (
        None,
        "SV Perhetalo",
        True,
    )


def test_translators_see_the_facts_and_the_way_to_them(site: Tree, admin: Client) -> None:
    entry = make_entry()
    entry.channels.add(EntryChannel(kind="phone", value="+358 6 555 0101"))
    entry.save_revision().publish()
    translation = submit_translation(entry, "sv")
    target = translation.get_target_instance()
    html = admin.get(reverse("wagtailadmin_pages:edit", args=[target.pk])).content.decode()
    assert "+358 6 555 0101" in html
    assert reverse("wagtailadmin_pages:edit", args=[entry.pk]) in html
    assert "+358 6 555 0101" not in str(
        translation.source.overridablesegment_set.values("data_json")
    )


def test_a_name_without_an_address_is_refused_with_words(site: Tree, admin: Client) -> None:
    index = site.indexes["fi"]
    response = admin.post(
        reverse("create_organisation", args=[index.pk]),
        {"title": "Русский клуб", "sector": "association"},
    )
    assert response.status_code == 200
    [error] = response.context["form"].non_field_errors()
    assert error in unescape(response.content.decode())
    assert not OrganisationPage.objects.exists()


def test_deleting_an_organisation_removes_its_group_and_empty_collection(
    site: Tree, admin: Client
) -> None:
    organisation = make_organisation("Perhetalo", with_access=True)
    assert Group.objects.filter(name="Perhetalo").exists()
    admin.post(reverse("wagtailadmin_pages:delete", args=[organisation.pk]))
    assert not OrganisationPage.objects.exists()
    assert not OrganisationAccess.objects.exists()
    assert not Group.objects.filter(name="Perhetalo").exists()
    assert not Collection.objects.filter(name="Perhetalo").exists()


def test_publishing_under_a_draft_organisation_is_refused_with_words(
    site: Tree, admin: Client
) -> None:
    organisation = make_organisation()
    entry = make_entry("peer_group", organisation=organisation, live=False)
    OrganisationPage.objects.filter(pk=organisation.pk).update(live=False)
    form = {**group_form(entry.title, "Kerho"), "slug": entry.slug, "action-publish": "1"}
    response = admin.post(reverse("wagtailadmin_pages:edit", args=[entry.pk]), form)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert admin.post(f"{bulk}?id={entry.pk}").status_code == 302
    entry.refresh_from_db()
    assert not entry.live


def test_a_missing_page_of_the_admin_is_a_404(site: Tree, admin: Client) -> None:
    assert admin.get("/admin/pages/999999/edit/").status_code == 404
