"""An organisation is made whole or not at all, and only by those who keep the index."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from services.actions import organisations
from services.actions.roles import MEDIA_PERMISSIONS, STAFF_PAGE_PERMISSIONS, STAFF_PERMISSIONS
from services.models import OrganisationIndexPage, OrganisationPage
from services.models.role import OrganisationAccess
from tests.factories import make_entry, make_user
from tests.permissions.attempts import url
from tests.permissions.world import OTHER, World, organisation_form, post

pytestmark = pytest.mark.django_db

Image = get_image_model()
FORM = {"title": "Föräldrakaféet", "sector": "association", "municipalities": ["598"]}


def index(language: str) -> OrganisationIndexPage:
    return OrganisationIndexPage.objects.get(locale__language_code=language)


def create(client: Client, language: str) -> Any:
    return post(client, reverse("create_organisation", args=[index(language).pk]), FORM)


def made() -> dict[str, OrganisationPage]:
    return {
        page.locale.language_code: page
        for page in OrganisationPage.objects.filter(title=FORM["title"]).select_related("locale")
    }


def names(group: Group) -> set[str]:
    found = group.permissions.values_list("content_type__app_label", "codename")
    return {f"{app_label}.{codename}" for app_label, codename in found}


@pytest.mark.parametrize("role", ["coordinator", "administrator"])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_one_form_makes_everything(world: World, role: str, language: str) -> None:
    response = create(world.client(role), language)
    pages = made()
    source, mirror = pages[language], pages[OTHER[language]]
    assert response["Location"] == url("edit", source.pk)
    assert not source.live
    assert not mirror.live
    assert source.municipalities == ["598"]
    assert not source.whole_region
    assert mirror.alias_of_id == source.pk
    assert mirror.get_parent().pk == index(OTHER[language]).pk
    access = OrganisationAccess.objects.get(pk=source.translation_key)
    assert names(access.group) == set(STAFF_PERMISSIONS)
    assert set(
        GroupPagePermission.objects.filter(group=access.group).values_list(
            "page_id", "permission__codename"
        )
    ) == {(page.pk, codename) for page in pages.values() for codename in STAFF_PAGE_PERMISSIONS}
    media = GroupCollectionPermission.objects.filter(group=access.group)
    assert {row.collection_id for row in media} == {access.collection_id}
    assert media.count() == len(MEDIA_PERMISSIONS)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_its_new_staff_begin_at_once_in_both_languages(
    world: World, coordinator: Client, language: str
) -> None:
    create(coordinator, language)
    access = OrganisationAccess.objects.get(pk=made()[language].translation_key)
    beginner = Client()
    beginner.force_login(make_user("beginner", access.group))
    page = made()[language]
    form = organisation_form(page.title, "Kaffe", slug=page.slug, **{"action-publish": "1"})
    post(beginner, url("edit", page.pk), form)
    assert made()[language].live
    assert made()[OTHER[language]].live
    for code in OTHER:
        assert (
            make_entry(organisation=page, language=code)
            .permissions_for_user(access.group.user_set.get())
            .can_publish()
        )


@pytest.mark.parametrize("step", ["mirror_organisation", "create_access", "grant_collection"])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_failure_half_way_leaves_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, step: str, language: str
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError(step)

    def everything() -> list[int]:
        tables = (OrganisationPage, OrganisationAccess, Group, Collection, GroupPagePermission)
        return [model._default_manager.count() for model in tables]

    before = everything()
    monkeypatch.setattr(organisations, step, fail)
    with pytest.raises(RuntimeError, match=step):
        create(world.client("coordinator"), language)
    assert everything() == before


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_ordinary_form_leads_to_ours(world: World, coordinator: Client, method: str) -> None:
    address = url("add", "services", "organisationpage", index("fi").pk)
    data = {} if method == "get" else organisation_form("Half made", "?")
    response = getattr(coordinator, method)(address, data)
    assert response["Location"] == reverse("create_organisation", args=[index("fi").pk])
    assert not OrganisationPage.objects.filter(title="Half made").exists()


def test_the_form_opens_and_asks_for_a_name(world: World, coordinator: Client) -> None:
    address = reverse("create_organisation", args=[index("fi").pk])
    assert coordinator.get(address).status_code == 200
    assert "title" in coordinator.post(address, {**FORM, "title": ""}).context["form"].errors
    assert not made()


@pytest.mark.parametrize("role", ["visitor", "staff", "communicator"])
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_others_make_no_organisations(world: World, role: str, language: str) -> None:
    client = world.client(role)
    create(client, language)
    assert client.get(reverse("create_organisation", args=[index(language).pk])).status_code == 302
    form = organisation_form(FORM["title"], "?")
    post(client, url("add", "services", "organisationpage", index(language).pk), form)
    copy = {
        "new_title": FORM["title"],
        "new_slug": "copy",
        "new_parent_page": index(language).pk,
    }
    post(client, url("copy", world.organisation("club").pk), copy)
    assert not made()


def test_equal_names_get_groups_of_their_own(world: World, coordinator: Client) -> None:
    create(coordinator, "fi")
    create(coordinator, "fi")
    keys = {page.translation_key for page in OrganisationPage.objects.filter(title=FORM["title"])}
    groups = Group.objects.filter(organisation__translation_key__in=keys)
    assert groups.count() == 2


def upload(client: Client, collection: Collection) -> Any:
    file = SimpleUploadedFile("a.png", get_test_image_file().file.getvalue(), "image/png")
    data = {"title": "A picture", "file": file, "collection": collection.pk}
    return client.post(reverse("wagtailimages:add"), data)


def make_image(name: str, world: World) -> Any:
    return Image.objects.create(
        title=f"{name} picture",
        file=get_test_image_file(),
        collection=world.access(name).collection,
    )


@pytest.mark.parametrize(
    ("role", "name", "lands"),
    [
        ("staff", "club", True),
        ("staff", "town", False),
        ("communicator", "town", True),
        ("communicator", "club", True),
        ("communicator", "parish", False),
        ("coordinator", "parish", True),
    ],
)
def test_pictures_are_uploaded_to_ones_own_collections(
    world: World, role: str, name: str, lands: bool
) -> None:
    upload(world.client(role), world.access(name).collection)
    assert Image.objects.filter(collection=world.access(name).collection).exists() == lands
    assert not Image.objects.filter(collection=Collection.get_first_root_node()).exists()


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("staff", {"club"}),
        ("communicator", {"club", "town"}),
        ("coordinator", {"club", "town", "parish"}),
    ],
)
def test_pictures_are_chosen_from_ones_own_collections(
    world: World, role: str, shown: set[str]
) -> None:
    for name in ("club", "town", "parish"):
        make_image(name, world)
    html = world.client(role).get(reverse("wagtailimages_chooser:choose_results")).content.decode()
    assert {name for name in ("club", "town", "parish") if f"{name} picture" in html} == shown


def test_foreign_pictures_are_neither_changed_nor_deleted(world: World, staff: Client) -> None:
    image = make_image("town", world)
    address = reverse("wagtailimages:edit", args=[image.pk])
    post(staff, address, {"title": "Mine", "collection": world.access("club").collection.pk})
    post(staff, reverse("wagtailimages:delete", args=[image.pk]))
    image.refresh_from_db()
    assert image.title == "town picture"
