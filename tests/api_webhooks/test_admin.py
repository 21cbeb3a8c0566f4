"""Webhooks in the admin: administrators keep them, coordinators see what was sent."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from api.webhooks.models import Delivery, Event, Outcome, State, Subscription
from services.actions.roles import coordinator_group
from tests.api_webhooks.receiver import Receiver, answering
from tests.factories import Tree, make_entry, make_user

pytestmark = pytest.mark.django_db

LIST, MESSAGES = "webhooks:index", "webhook_messages:index"


@pytest.fixture
def administrator(site: Tree) -> Client:
    return logged_in(make_user("administrator", superuser=True))


@pytest.fixture
def coordinator(site: Tree) -> Client:
    return logged_in(make_user("coordinator", coordinator_group()))


def logged_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def shown(response: Any) -> str:
    assert response.status_code == 200
    return unescape(response.content.decode())


def in_finnish(words: Any) -> str:
    """The language of these users' admin."""
    with override("fi"):
        return str(words)


def add(client: Client, url: str, **values: str) -> Any:
    form = {"name": "Luoto", "url": url, "active": "on", **values}
    return client.post(reverse("webhooks:add"), form)


def test_a_new_webhook_s_next_step_is_its_secret(administrator: Client, receiver: Receiver) -> None:
    response = add(administrator, receiver.url)
    subscription = Subscription.objects.get()
    before = subscription.secret
    address = reverse("webhooks:secret", args=[subscription.pk])
    assert response["Location"] == address
    assert before not in shown(administrator.get(address))
    page = shown(administrator.post(address))
    subscription.refresh_from_db()
    assert subscription.secret != before
    assert subscription.secret in page
    for name in ("webhooks:edit", "webhooks:secret", "webhooks:test", "webhooks:history"):
        page = shown(administrator.get(reverse(name, args=[subscription.pk])))
        assert subscription.secret not in page


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://127.0.0.1/", "not_public"),
        ("https://localhost/", "not_public"),
        ("http://127.0.0.1/", "not_public"),
        ("https://hooks.example.invalid/", "no_host"),
        ("nonsense", "invalid"),
    ],
)
def test_what_may_not_be_an_address_is_said_on_the_form(
    administrator: Client, url: str, why: str
) -> None:
    response = add(administrator, url)
    [error] = response.context["form"].errors["url"].as_data()
    assert error.code == why
    assert str(error.messages[0]) in shown(response)
    assert not Subscription.objects.exists()


def test_a_webhook_whose_address_is_gone_can_be_switched_off(
    administrator: Client, subscription: Subscription, settings: Any
) -> None:
    settings.WEBHOOKS_ALLOW_PRIVATE = False
    address = reverse("webhooks:edit", args=[subscription.pk])
    form = {"name": "Luoto", "url": subscription.url}
    assert "url" in administrator.post(address, {**form, "active": "on"}).context["form"].errors
    assert administrator.post(address, form).status_code == 302
    subscription.refresh_from_db()
    assert not subscription.active


@pytest.mark.parametrize(
    ("status", "state", "outcome"),
    [(200, State.DELIVERED, Outcome.RECEIVED), (500, State.PENDING, Outcome.REFUSED)],
)
def test_a_test_message_says_what_came_of_it(
    administrator: Client,
    subscription: Subscription,
    receiver: Receiver,
    status: int,
    state: State,
    outcome: Outcome,
) -> None:
    receiver.behaviour = answering(status)
    address = reverse("webhooks:test", args=[subscription.pk])
    shown(administrator.get(address))
    assert receiver.messages == []
    assert in_finnish(outcome.label) in shown(administrator.post(address, follow=True))
    assert Delivery.objects.get().state == state
    assert b'"type":"test"' in receiver.messages[0].body


def test_messages_are_listed_with_their_entries_and_narrowed(
    administrator: Client, subscription: Subscription
) -> None:
    make_entry(title="Perhekahvila Pikkusydän")
    Delivery.objects.create(
        subscription=subscription,
        event=Event.TEST,
        state=State.FAILED,
        outcome=Outcome.NO_HOST,
    )
    everything = shown(administrator.get(reverse(MESSAGES)))
    assert "Perhekahvila Pikkusydän" in everything
    assert in_finnish(Outcome.NO_HOST.label) in everything
    failed = shown(administrator.get(reverse(MESSAGES), {"state": State.FAILED}))
    assert "Perhekahvila" not in failed
    other = Subscription.objects.create(name="Other", url="https://other.example/")
    of_other = shown(administrator.get(reverse(MESSAGES), {"subscription": other.pk}))
    assert "Perhekahvila" not in of_other


def test_a_message_is_sent_again(administrator: Client, subscription: Subscription) -> None:
    delivery = Delivery.objects.create(
        subscription=subscription, event=Event.TEST, state=State.FAILED, attempts=6
    )
    address = reverse("webhook_messages:again", args=[delivery.pk])
    assert address in shown(administrator.get(reverse(MESSAGES)))
    administrator.post(address)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.PENDING, 0)


def test_coordinators_see_messages_and_touch_nothing(
    coordinator: Client, subscription: Subscription
) -> None:
    delivery = Delivery.objects.create(subscription=subscription, event=Event.TEST)
    page = shown(coordinator.get(reverse(MESSAGES)))
    assert "Luoto" in page
    again = reverse("webhook_messages:again", args=[delivery.pk])
    assert again not in page
    assert "Luoto" in shown(
        coordinator.get(reverse("webhook_messages:inspect", args=[delivery.pk]))
    )
    for name in ("webhooks:edit", "webhooks:secret", "webhooks:test", "webhooks:delete"):
        assert coordinator.post(reverse(name, args=[subscription.pk])).status_code == 302
    assert coordinator.get(reverse(LIST)).status_code == 302
    coordinator.post(again)
    secret = subscription.secret
    subscription.refresh_from_db()
    assert subscription.secret == secret
    assert Delivery.objects.get().state == State.PENDING


@pytest.mark.parametrize("name", ["edit", "delete"])
def test_not_even_administrators_change_messages_by_hand(
    administrator: Client, subscription: Subscription, name: str
) -> None:
    delivery = Delivery.objects.create(subscription=subscription, event=Event.TEST)
    address = reverse(f"webhook_messages:{name}", args=[delivery.pk])
    assert administrator.post(address).status_code == 302
    assert Delivery.objects.filter(pk=delivery.pk).exists()


def test_staff_find_neither_in_their_menu(site: Tree) -> None:
    staff = logged_in(make_user("staff"))
    for name in (LIST, MESSAGES):
        assert staff.get(reverse(name)).status_code == 302


@pytest.mark.parametrize(
    ("role", "menu"),
    [
        ("administrator", {"/admin/webhooks/", "/admin/webhook_messages/"}),
        ("coordinator", {"/admin/webhook_messages/"}),
    ],
)
def test_the_settings_menu_offers_what_one_may_open(
    role: str, menu: set[str], request: pytest.FixtureRequest
) -> None:
    page = shown(request.getfixturevalue(role).get("/admin/"))
    assert set(re.findall(r"/admin/webhook[a-z_]*/", page)) == menu
