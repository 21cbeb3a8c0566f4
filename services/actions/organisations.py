"""An organisation in one action: page, mirrors, group, collection; entrusting it to others."""

from typing import Any
from uuid import UUID

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale

from services.actions.roles import (
    COORDINATORS,
    STAFF_PERMISSIONS,
    grant,
    grant_collection,
    grant_pages,
)
from services.models.organisation import OrganisationIndexPage, OrganisationPage
from services.models.role import OrganisationAccess


@transaction.atomic
def create_organisation(
    *, index: OrganisationIndexPage, user: Any = None, **fields: Any
) -> OrganisationPage:
    """Make an organisation with everything it needs, as a draft; a half-made one never stays.

    `fields` are columns of OrganisationPage, `title` and `sector` at least.
    """
    page = OrganisationPage(live=False, owner=user, locale=index.locale, **fields)
    index.add_child(instance=page)
    page.save_revision(user=user, log_action=True)
    mirror_organisation(page)
    create_access(organisation=page)
    return page


@transaction.atomic
def mirror_organisation(page: OrganisationPage) -> None:
    """Stand the organisation in every other language, as an alias until it is translated."""
    for locale in Locale.objects.exclude(pk=page.locale_id):
        index = page.get_parent().get_translation_or_none(locale)
        if index is not None and not page.has_translation(locale):
            page.copy_for_translation(locale, alias=True)


@transaction.atomic
def create_access(*, organisation: OrganisationPage) -> OrganisationAccess:
    """Make the organisation's staff group and collection, or bring their permissions up to date."""
    access = OrganisationAccess.objects.filter(
        translation_key=organisation.translation_key
    ).first() or _new_access(organisation)
    grant(access.group, STAFF_PERMISSIONS)
    grant_pages(access.group, _pages(organisation))
    grant_collection(access.group, access.collection)
    return access


@transaction.atomic
def entrust(*, organisation: OrganisationPage, to: Group) -> None:
    """Let another group, such as a municipality's communicators, keep an organisation's pages."""
    access = create_access(organisation=organisation)
    grant_pages(to, _pages(organisation))
    grant_collection(to, access.collection)


@transaction.atomic
def withdraw(*, organisation: OrganisationPage, to: Group) -> None:
    """End what `entrust` began; the organisation's own group keeps its permissions."""
    access = create_access(organisation=organisation)
    if access.group_id == to.pk:
        return
    GroupPagePermission.objects.filter(group=to, page__in=_pages(organisation)).delete()
    GroupCollectionPermission.objects.filter(group=to, collection=access.collection).delete()


@transaction.atomic
def remove_access(*, translation_key: UUID) -> None:
    """Remove the staff group of an organisation that is gone in every language.

    Its collection goes too when it is empty; pictures stay, somebody may use them.
    """
    access = OrganisationAccess.objects.filter(translation_key=translation_key).first()
    if access is None or OrganisationPage.objects.filter(translation_key=translation_key).exists():
        return
    group, collection = access.group, access.collection
    access.delete()
    group.delete()
    if not (
        get_image_model().objects.filter(collection=collection).exists()
        or get_document_model().objects.filter(collection=collection).exists()
    ):
        collection.delete()


def _pages(organisation: OrganisationPage) -> QuerySet[OrganisationPage]:
    return OrganisationPage.objects.filter(translation_key=organisation.translation_key)


def _new_access(organisation: OrganisationPage) -> OrganisationAccess:
    name = organisation.title[:120]
    if name == COORDINATORS or Group.objects.filter(name=name).exists():
        name = f"{name} ({str(organisation.translation_key)[:8]})"
    collection = Collection(name=name)
    Collection.get_first_root_node().add_child(instance=collection)
    return OrganisationAccess.objects.create(
        translation_key=organisation.translation_key,
        group=Group.objects.create(name=name),
        collection=collection,
    )
