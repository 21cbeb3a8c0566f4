"""`entry_changed` is said inside the transaction, wherever what visitors see may change."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from services.actions.meetings import cancel_meeting
from services.fields import LocalizedText
from services.models import EntryChannel, Meeting, OrganisationChannel, PartnerLink
from services.signals import entry_changed
from tests.factories import TODAY, Tree, add_rule, make_entry, make_organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard() -> Iterator[list[UUID]]:
    keys: list[UUID] = []

    def listen(translation_keys: set[UUID], **kwargs: Any) -> None:
        assert connection.in_atomic_block
        keys.extend(sorted(translation_keys))

    entry_changed.connect(listen)
    yield keys
    entry_changed.disconnect(listen)


def publish(page: Any) -> None:
    page = type(page).objects.get(pk=page.pk)
    page.channels.add(EntryChannel(kind="phone", value="112"))
    page.save_revision().publish()


def unpublish_the_base_row(page: Any) -> None:
    page.page_ptr.unpublish() if hasattr(page, "page_ptr") else page.unpublish()


def move(page: Any) -> None:
    page.move(make_organisation("Toinen"), pos="last-child")


def delete(page: Any) -> None:
    type(page).objects.get(pk=page.pk).delete()


def change_the_organisations_number(page: Any) -> None:
    organisation = page.organisation
    organisation.channels.add(OrganisationChannel(kind="phone", value="112"))
    organisation.save_revision().publish()


def unpublish_the_organisation(page: Any) -> None:
    page.organisation.unpublish()


@pytest.mark.parametrize(
    "operation",
    [
        publish,
        unpublish_the_base_row,
        move,
        delete,
        change_the_organisations_number,
        unpublish_the_organisation,
    ],
)
def test_operations_that_are_heard(
    site: Tree, heard: list[UUID], operation: Callable[[Any], None]
) -> None:
    entry = make_entry()
    heard.clear()
    operation(entry)
    assert entry.translation_key in heard


def test_no_entry_is_public_without_its_organisation(site: Tree) -> None:
    organisation = make_organisation()
    entry = make_entry(organisation=organisation)
    type(organisation).objects.get(pk=organisation.pk).unpublish()
    page = type(entry).objects.get(pk=entry.pk)
    assert not page.live
    with pytest.raises(ValidationError, match="organisa"):
        page.get_latest_revision().publish()


def test_a_deleted_partner_is_heard(site: Tree, heard: list[UUID]) -> None:
    partner = make_organisation("Seurakunta")
    entry = make_entry(organisation=make_organisation("Kunta"))
    entry.partner_links.add(PartnerLink(organisation=partner))
    entry.save_revision().publish()
    heard.clear()
    partner.delete()
    assert entry.translation_key in heard


def test_saving_a_draft_of_an_organisation_is_no_news(site: Tree, heard: list[UUID]) -> None:
    entry = make_entry()
    organisation = entry.organisation
    heard.clear()
    organisation.title = "Uusi nimi"
    organisation.save_revision()
    assert heard == []


def test_cancelling_a_meeting_is_heard(site: Tree, heard: list[UUID]) -> None:
    entry = make_entry("peer_group")
    add_rule(entry, first=TODAY)
    heard.clear()
    cancel_meeting(meeting=Meeting.objects.get(), reason=LocalizedText())
    assert heard == [entry.translation_key]


def test_a_partners_change_is_heard(site: Tree, heard: list[UUID]) -> None:
    partner = make_organisation("Seurakunta")
    entry = make_entry(organisation=make_organisation("Kunta"))
    entry.partner_links.add(PartnerLink(organisation=partner))
    entry.save_revision().publish()
    heard.clear()
    partner.title = "Församlingen"
    partner.save_revision().publish()
    assert entry.translation_key in heard
