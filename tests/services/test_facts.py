"""Facts flow: one correction is true in every language at once, and drafts survive."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import TestCase
from wagtail_localize.models import Translation

from services.models import EntryChannel
from tests.factories import (
    Tree,
    make_entry,
    make_organisation,
    make_second_language,
    submit_translation,
    translate_all,
)

pytestmark = pytest.mark.django_db


def set_phone(entry: Any, number: str) -> Any:
    page = type(entry).objects.get(pk=entry.pk)
    page.channels.set([EntryChannel(kind="phone", value=number)])
    page.save_revision().publish()
    return page


def phones(entry: Any) -> list[str]:
    return list(EntryChannel.objects.filter(entry_id=entry.pk).values_list("value", flat=True))


def finished_translation(entry: Any, language: str) -> tuple[Any, Translation]:
    translation = submit_translation(entry, language)
    translate_all(translation)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
    return type(entry).objects.get(
        translation_key=entry.translation_key, locale__language_code=language
    ), translation


@pytest.mark.parametrize(("source", "target"), [("fi", "sv"), ("sv", "fi")])
def test_a_corrected_number_is_live_in_both_languages(site: Tree, source: str, target: str) -> None:
    entry = make_entry(language=source)
    other, _translation = finished_translation(entry, target)
    assert other.live
    set_phone(entry, "+358 6 555 0123")
    assert phones(other) == ["+358 6 555 0123"]
    set_phone(other, "+358 6 555 0999")
    assert phones(entry) == ["+358 6 555 0999"]


def test_emptied_facts_are_emptied_everywhere(site: Tree) -> None:
    entry = set_phone(make_entry(themes=["sleep"]), "+358 6 555 0123")
    other = make_second_language(entry, "Familjerådgivning", "sv")
    entry.channels.set([])
    entry.themes = []
    entry.save_revision().publish()
    other.refresh_from_db()
    assert phones(other) == []
    assert other.themes == []


def test_texts_stay_as_they_are(site: Tree) -> None:
    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    set_phone(entry, "+358 6 555 0123")
    other.refresh_from_db()
    assert other.title == "Familjerådgivning"


def test_a_draft_keeps_its_text_and_gets_the_facts(site: Tree) -> None:
    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    other.summary = "Utkast"
    other.save_revision()
    set_phone(entry, "+358 6 555 0123")
    other = type(other).objects.get(pk=other.pk)
    draft = other.get_latest_revision_as_object()
    assert other.has_unpublished_changes
    assert other.summary == "Familjerådgivning"
    assert draft.summary == "Utkast"
    assert [channel.value for channel in draft.channels.all()] == ["+358 6 555 0123"]
    assert phones(other) == ["+358 6 555 0123"]


def test_a_draft_translation_stays_offline_and_gets_the_facts(site: Tree) -> None:
    entry = make_entry()
    submit_translation(entry, "sv")
    set_phone(entry, "+358 6 555 0123")
    draft = type(entry).objects.get(
        translation_key=entry.translation_key, locale__language_code="sv"
    )
    assert not draft.live
    assert [row.value for row in draft.get_latest_revision_as_object().channels.all()] == [
        "+358 6 555 0123"
    ]


def test_localize_publishing_later_does_not_bring_old_facts_back(site: Tree) -> None:
    entry = make_entry()
    other, translation = finished_translation(entry, "sv")
    set_phone(other, "+358 6 555 0999")
    with TestCase.captureOnCommitCallbacks(execute=True):
        Translation.objects.get(pk=translation.pk).save_target(publish=True)
    assert phones(other) == ["+358 6 555 0999"]
    assert phones(entry) == ["+358 6 555 0999"]


def test_facts_of_a_live_translation_flow_although_its_text_is_behind(site: Tree) -> None:
    entry = make_entry()
    other, translation = finished_translation(entry, "sv")
    entry = type(entry).objects.get(pk=entry.pk)
    entry.summary = "Uusi teksti"
    entry.low_threshold = True
    entry.save_revision().publish()
    other.refresh_from_db()
    total, done = translation.get_progress()
    assert total != done
    assert other.live
    assert other.low_threshold
    assert other.summary == "SV Perheneuvola"


def test_scheduled_revisions_get_todays_facts(site: Tree) -> None:
    from datetime import timedelta

    from django.utils import timezone

    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    other.go_live_at = timezone.now() + timedelta(days=1)
    other.summary = "I morgon"
    revision = other.save_revision()
    revision.publish()
    set_phone(entry, "+358 6 555 0123")
    revision.refresh_from_db()
    assert revision.approved_go_live_at is not None
    scheduled = revision.as_object()
    assert scheduled.summary == "I morgon"
    assert [row.value for row in scheduled.channels.all()] == ["+358 6 555 0123"]


def test_the_nightly_command_catches_up_after_a_crash(site: Tree, monkeypatch: Any) -> None:
    entry = make_entry()
    other = make_second_language(entry, "Familjerådgivning", "sv")
    monkeypatch.setattr("services.receivers.sync_facts", lambda page: None)
    set_phone(entry, "+358 6 555 0123")
    assert phones(other) == []
    monkeypatch.undo()
    call_command("sync_facts", stdout=StringIO())
    assert phones(other) == ["+358 6 555 0123"]


def test_organisation_facts_reach_its_translation_and_its_alias(site: Tree) -> None:
    organisation = make_organisation("Folkhälsan", source="sv")
    alias = type(organisation).objects.get(
        translation_key=organisation.translation_key, locale__language_code="fi"
    )
    assert alias.alias_of_id == organisation.pk
    organisation.website = "https://example.fi/"
    organisation.save_revision().publish()
    alias.refresh_from_db()
    assert alias.website == "https://example.fi/"
