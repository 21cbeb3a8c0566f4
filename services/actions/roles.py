"""Roles as data: what groups may do on which pages, in every language."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)

COORDINATORS = "Coordinators"
STAFF_PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page")
COORDINATOR_PAGE_PERMISSIONS = (
    *STAFF_PAGE_PERMISSIONS,
    "bulk_delete_page",
    "lock_page",
    "unlock_page",
)
# "<app>.<codename>" beside the pages: the admin itself, and sending pages to translation.
STAFF_PERMISSIONS = ("wagtailadmin.access_admin", "wagtail_localize.submit_translation")
COORDINATOR_PERMISSIONS = (
    *STAFF_PERMISSIONS,
    *(
        f"services.{action}_{model}"
        for model in ("municipality", "village", "area", "theme")
        for action in ("add", "change", "delete")
    ),
    "home.change_sitetexts",
    *(f"familysearch.{action}_thesaurusconcept" for action in ("add", "change", "delete")),
    "intake.add_importbatch",
    "intake.view_importbatch",
    *(f"intake.{action}_codemapping" for action in ("add", "change", "delete")),
    "webhooks.view_delivery",
)
MEDIA_PERMISSIONS = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)


@transaction.atomic
def coordinator_group() -> Group:
    """Return the coordinators' group: every page in every language, codes, all media."""
    group, _created = Group.objects.get_or_create(name=COORDINATORS)
    grant(group, COORDINATOR_PERMISSIONS)
    for root in Page.objects.filter(depth=2):
        grant_pages(group, [root], COORDINATOR_PAGE_PERMISSIONS)
    grant_collection(group, Collection.get_first_root_node())
    return group


def grant(group: Group, names: Iterable[str]) -> None:
    """Give a group permissions by name."""
    group.permissions.add(*(permission(name) for name in names))


def grant_pages(
    group: Group, pages: Iterable[Page], codenames: Iterable[str] = STAFF_PAGE_PERMISSIONS
) -> None:
    """Give a group permissions on pages and all below them."""
    for page in pages:
        for codename in codenames:
            GroupPagePermission.objects.get_or_create(
                group=group, page=page, permission=permission(f"wagtailcore.{codename}")
            )


def grant_collection(group: Group, collection: Collection) -> None:
    """Let a group use and add media in a collection."""
    for name in MEDIA_PERMISSIONS:
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission(name)
        )


def permission(name: str) -> Permission:
    """Return the permission "<app>.<codename>"."""
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
