"""Sending what is due: signed, once, again later where it failed, and some day no more."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import TestCase

from api.webhooks import delivering, sending
from api.webhooks.delivering import BACK_OFF, CLAIM, deliver_due
from api.webhooks.models import Delivery, Event, Outcome, State, Subscription
from api.webhooks.outbox import announce, send_again
from api.webhooks.tasks import ROUND, deliver
from services import clock
from tests.api_webhooks.conftest import Woken
from tests.api_webhooks.receiver import Receiver, answering, dripping
from tests.factories import Tree, make_entry

pytestmark = pytest.mark.django_db


def later(settings: Any, by: timedelta) -> None:
    settings.FAMILYCENTRE_NOW = (clock.now() + by).isoformat()


def announce_some(number: int = 1) -> None:
    announce([uuid4() for _ in range(number)], Event.CHANGED)


def test_a_subscriber_can_trust_and_use_what_arrives(
    site: Tree, subscription: Subscription, receiver: Receiver
) -> None:
    entry = make_entry()
    deliver_due()
    [message] = receiver.messages
    signed = "{webhook-id}.{webhook-timestamp}.".format(**message.headers).encode() + message.body
    key = base64.b64decode(subscription.secret.removeprefix("whsec_"))
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    assert message.headers["webhook-signature"] == f"v1,{expected}"
    assert message.headers["webhook-timestamp"] == str(int(clock.now().timestamp()))
    assert message.headers["content-type"] == "application/json"
    told = json.loads(message.body)
    assert told == {
        "type": "entry.changed",
        "timestamp": "2026-11-24T08:00:00Z",
        "data": {
            "id": str(entry.translation_key),
            "url": f"http://testserver/api/directory/entries/{entry.translation_key}",
        },
    }
    delivery = Delivery.objects.get()
    assert message.headers["webhook-id"] == f"msg_{delivery.pk.hex}"
    assert (delivery.state, delivery.status, delivery.attempts) == (State.DELIVERED, 204, 1)
    assert delivery.delivered_at == clock.now()


def test_what_is_delivered_is_not_sent_again(
    site: Tree, subscription: Subscription, receiver: Receiver, settings: Any
) -> None:
    announce_some()
    deliver_due()
    later(settings, timedelta(days=2))
    deliver_due()
    assert len(receiver.messages) == 1


def test_what_failed_is_tried_again_ever_more_seldom(
    site: Tree, subscription: Subscription, receiver: Receiver, settings: Any
) -> None:
    receiver.behaviour = answering(500)
    announce_some()
    for wait in BACK_OFF:
        assert deliver_due() == {clock.now() + wait}
        later(settings, wait - timedelta(seconds=1))
        assert deliver_due() == set()
        later(settings, timedelta(seconds=1))
    assert deliver_due() == set()
    delivery = Delivery.objects.get()
    assert (delivery.state, delivery.outcome, delivery.status) == ("failed", Outcome.REFUSED, 500)
    assert len(receiver.messages) == len(BACK_OFF) + 1
    assert len({message.headers["webhook-id"] for message in receiver.messages}) == 1
    assert len({message.body for message in receiver.messages}) == 1


def test_a_subscriber_that_comes_back_gets_everything(
    site: Tree, subscription: Subscription, receiver: Receiver, settings: Any
) -> None:
    receiver.behaviour = answering(503)
    announce_some(3)
    deliver_due()
    receiver.behaviour = answering(200)
    later(settings, BACK_OFF[0])
    deliver_due()
    assert Delivery.objects.filter(state=State.DELIVERED).count() == 3


def test_the_silent_one_is_asked_once_a_round_and_holds_up_nobody(
    site: Tree, subscription: Subscription, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "TOTAL_SECONDS", 0.2)
    receiver.behaviour = dripping
    announce_some(4)
    Subscription.objects.create(name="Also silent", url="https://nowhere.invalid/")
    announce_some()
    again_at = deliver_due()
    assert len(receiver.messages) == 1
    assert Delivery.objects.filter(attempts=1).count() == 2
    assert again_at == {clock.now() + BACK_OFF[0]}


def test_who_wants_no_more_is_switched_off(
    site: Tree, subscription: Subscription, receiver: Receiver
) -> None:
    receiver.behaviour = answering(410)
    announce_some(3)
    assert deliver_due() == set()
    subscription.refresh_from_db()
    assert not subscription.active
    assert len(receiver.messages) == 1
    assert Delivery.objects.filter(state=State.FAILED, outcome=Outcome.GONE).count() == 1


def test_what_somebody_else_is_sending_is_left_to_them(
    site: Tree, subscription: Subscription, receiver: Receiver, settings: Any
) -> None:
    announce_some()
    [claimed] = delivering._claimed(set())
    assert claimed.attempts == 1
    deliver_due()
    assert receiver.messages == []
    later(settings, CLAIM)
    deliver_due()
    assert len(receiver.messages) == 1


def test_a_subscription_deleted_meanwhile_is_no_failure(
    site: Tree, subscription: Subscription, receiver: Receiver
) -> None:
    announce_some()
    [claimed] = delivering._claimed(set())
    subscription.delete()
    delivering.attempt(claimed)
    assert not Delivery.objects.exists()


def test_a_message_given_up_can_be_sent_again(
    site: Tree,
    subscription: Subscription,
    receiver: Receiver,
    woken: Woken,
) -> None:
    announce_some()
    Delivery.objects.update(state=State.FAILED, attempts=6)
    delivery = Delivery.objects.get()
    with TestCase.captureOnCommitCallbacks(execute=True):
        send_again(delivery)
    assert woken() == [None]
    deliver_due()
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts) == (State.DELIVERED, 1)


def test_a_worker_comes_back_when_it_is_time(
    site: Tree,
    subscription: Subscription,
    receiver: Receiver,
    woken: Woken,
) -> None:
    receiver.behaviour = answering(500)
    announce_some(2)
    deliver.call()
    assert woken() == [clock.now() + BACK_OFF[0]]


def test_a_worker_lets_others_in_between(
    site: Tree,
    subscription: Subscription,
    receiver: Receiver,
    woken: Woken,
) -> None:
    announce_some(ROUND + 1)
    deliver.call()
    assert len(receiver.messages) == ROUND
    assert woken() == [clock.now()]
    deliver.call()
    assert len(receiver.messages) == ROUND + 1
    assert len(woken()) == 1


def test_the_command_sends_all_that_is_due_and_forgets_the_old(
    site: Tree, subscription: Subscription, receiver: Receiver, capsys: Any
) -> None:
    announce_some(ROUND + 1)
    old = clock.now() - timedelta(days=31)
    Delivery.objects.create(subscription=subscription, event=Event.TEST, occurred_at=old)
    call_command("deliver_webhooks")
    assert len(receiver.messages) == ROUND + 1
    assert Delivery.objects.count() == ROUND + 1
    assert capsys.readouterr().out == "Old messages removed: 1\n"
