"""The gate: a half translation never goes live, however it is published."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation

from services.models import Entry
from tests.factories import Tree, make_entry, make_user, submit_translation, translate_all

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def half(site: Tree) -> Translation:
    """A translation into Swedish with one of its strings done."""
    translation = submit_translation(make_entry(), "sv")
    segment = translation.source.stringsegment_set.first()
    StringTranslation.objects.create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        data="Familjerådgivning",
        translation_type="manual",
    )
    return translation


def target(translation: Translation) -> Any:
    return translation.get_target_instance()


def login(client: Client) -> Client:
    client.force_login(make_user("admin", superuser=True))
    return client


def test_a_submitted_translation_is_a_draft(half: Translation) -> None:
    assert not target(half).live


def test_a_single_publish_is_refused(half: Translation) -> None:
    with pytest.raises(ValidationError, match="not finished"):
        target(half).get_latest_revision().publish()
    assert not target(half).live


def test_localize_publishing_is_refused_with_a_message(half: Translation, client: Client) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[target(half).pk])
    with TestCase.captureOnCommitCallbacks():
        pass
    response = login(client).post(url, {"action": "publish"})
    assert response.status_code == 302
    assert not target(half).live


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_localize_publishing_rolls_back(half: Translation, client: Client) -> None:
    url = reverse("wagtailadmin_pages:edit", args=[target(half).pk])
    response = login(client).post(url, {"action": "publish"}, follow=True)
    assert response.status_code == 200
    assert not target(half).live


def test_a_finished_translation_goes_live(half: Translation) -> None:
    translate_all(half)
    with TestCase.captureOnCommitCallbacks(execute=True):
        half.save_target(publish=True)
    assert target(half).live


def test_a_bulk_publish_leaves_the_half_page_out(half: Translation, client: Client) -> None:
    whole = make_entry(title="Kotiapu", live=False)
    ids = [target(half).pk, whole.pk]
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={pk}" for pk in ids)
    response = login(client).post(f"{url}?{query}", {"include_descendants": ""})
    assert response.status_code == 302
    assert not target(half).live
    assert Entry.objects.get(pk=whole.pk).live


def test_a_bulk_publish_with_descendants_holds(half: Translation, client: Client) -> None:
    parent = target(half).get_parent()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = login(client).post(f"{url}?id={parent.pk}", {"include_descendants": "on"})
    assert response.status_code == 302
    assert not target(half).live


def schedule(page: Any) -> None:
    page.go_live_at = timezone.now() + timedelta(hours=1)
    revision = page.save_revision()
    revision.publish()
    revision.approved_go_live_at = timezone.now() - timedelta(hours=1)
    content = {**revision.content, "go_live_at": None}
    revision.content = content
    revision.save()


def test_scheduled_publishing_goes_on_past_the_half_page(half: Translation) -> None:
    whole = make_entry(title="Kotiapu", live=False)
    page = target(half)
    schedule(page)
    schedule(whole)
    with pytest.raises(SystemExit) as stop:
        call_command("publish_scheduled")
    assert stop.value.code == 3
    assert not target(half).live
    assert Entry.objects.get(pk=whole.pk).live


def test_scheduled_publishing_takes_down_what_expired(site: Tree) -> None:
    entry = make_entry(expire_at=timezone.now() - timedelta(hours=1))
    Entry.objects.filter(pk=entry.pk).update(live=True)
    call_command("publish_scheduled")
    assert not Entry.objects.get(pk=entry.pk).live


def test_a_live_translation_keeps_its_text_while_the_source_moves_on(half: Translation) -> None:
    translate_all(half)
    with TestCase.captureOnCommitCallbacks(execute=True):
        half.save_target(publish=True)
    source = half.source.get_source_instance()
    source.easy_text = "Uutta."
    source.save_revision().publish()
    page = target(half)
    assert page.live
    with pytest.raises(ValidationError, match="not finished"):
        page.save_revision()
