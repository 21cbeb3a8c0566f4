"""What changes is written down once for each subscriber, with the change or not at all."""

from typing import Any

import pytest
from django.db import transaction
from django.test import TestCase

from api.webhooks.models import Delivery, Event, Subscription
from api.webhooks.tasks import deliver
from tests.api_webhooks.conftest import Woken
from tests.factories import Tree, make_entry, make_organisation, make_second_language

pytestmark = pytest.mark.django_db


def written() -> list[tuple[Any, str]]:
    """What is to be told, of everything since it was emptied."""
    return list(Delivery.objects.order_by("occurred_at").values_list("translation_key", "event"))


def test_a_published_entry_is_told_once_to_each(site: Tree, subscription: Subscription) -> None:
    Subscription.objects.create(name="Another", url="https://other.example/")
    Subscription.objects.create(name="Off", url="https://off.example/", active=False)
    entry = make_entry()
    assert written() == [(entry.translation_key, Event.CHANGED)] * 2
    names = Delivery.objects.values_list("subscription__name", flat=True)
    assert set(names) == {"Luoto", "Another"}


def test_without_subscribers_nothing_is_written(site: Tree) -> None:
    make_entry()
    assert written() == []


def test_a_draft_is_nobody_s_business(site: Tree, subscription: Subscription) -> None:
    entry = make_entry(live=False)
    entry.title = "Yet another draft"
    entry.save_revision()
    assert written() == []


def test_what_changes_nothing_is_not_told(site: Tree, subscription: Subscription) -> None:
    entry = make_entry()
    Delivery.objects.all().delete()
    entry.save_revision().publish()
    assert written() == []


def test_both_languages_are_one_entry(site: Tree, subscription: Subscription) -> None:
    entry = make_entry()
    make_second_language(entry, "Rådgivningen", "sv")
    assert written() == [(entry.translation_key, Event.CHANGED)]


def test_an_entry_that_goes_is_gone(site: Tree, subscription: Subscription) -> None:
    entry, other = make_entry(), make_entry(title="Toinen")
    Delivery.objects.all().delete()
    entry.delete()
    other.unpublish()
    assert set(written()) == {
        (entry.translation_key, Event.DELETED),
        (other.translation_key, Event.DELETED),
    }


def test_untried_news_give_way_to_newer_ones(site: Tree, subscription: Subscription) -> None:
    entry = make_entry()
    before = Delivery.objects.get()
    entry.unpublish()
    after = Delivery.objects.get()
    assert (before.pk, before.event) == (after.pk, Event.CHANGED)
    assert after.event == Event.DELETED


def test_news_under_way_are_followed_by_newer_ones(site: Tree, subscription: Subscription) -> None:
    entry = make_entry()
    Delivery.objects.update(attempts=1)
    entry.unpublish()
    assert {event for _key, event in written()} == {Event.CHANGED, Event.DELETED}


def test_an_organisation_s_name_is_news_of_its_entries(
    site: Tree, subscription: Subscription
) -> None:
    organisation = make_organisation("Folkhälsan")
    entry = make_entry(organisation=organisation)
    Delivery.objects.all().delete()
    organisation.title = "Folkhälsan i Jakobstad"
    organisation.save_revision().publish()
    assert written() == [(entry.translation_key, Event.CHANGED)]


def test_a_transaction_undone_tells_nothing(
    site: Tree, subscription: Subscription, woken: Woken
) -> None:
    @transaction.atomic
    def publish_and_fail() -> None:
        make_entry()
        raise RuntimeError

    with TestCase.captureOnCommitCallbacks(execute=True), pytest.raises(RuntimeError):
        publish_and_fail()
    assert written() == []
    assert woken() == []


def test_one_transaction_wakes_one_worker(
    site: Tree, subscription: Subscription, woken: Woken
) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True), transaction.atomic():
        entry = make_entry()
        make_second_language(entry, "Rådgivningen", "sv")
    assert woken() == [None]


def test_where_tasks_run_in_the_request_nothing_is_sent_there(
    site: Tree, subscription: Subscription, receiver: Any, settings: Any
) -> None:
    settings.TASKS = {"default": {"BACKEND": settings.TASK_BACKENDS["immediate"]}}
    assert not deliver.get_backend().supports_defer
    with TestCase.captureOnCommitCallbacks(execute=True):
        make_entry()
    assert len(written()) == 1
    assert receiver.messages == []
