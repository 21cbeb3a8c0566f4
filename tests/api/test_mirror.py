"""Whoever follows `changed_since` over a day of edits, at any moments, ends equal to us."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Locale, Page

from api.directory.reconcile import unannounced
from services.actions.meetings import cancel_meeting, restore_meeting
from services.fields import LocalizedText
from services.models import Entry, Meeting, OrganisationChannel, OrganisationPage
from tests.api.mirror import Mirror, everything
from tests.factories import add_rule, make_entry, make_organisation, make_second_language, make_site

pytestmark = pytest.mark.once
PATHS: Final = ("/api/directory/entries", "/api/directory/organisations")


def pick(rows: Any, number: int) -> Any:
    """One of the rows there are now, or None."""
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    return rows.get(pk=keys[number % len(keys)]).specific if keys else None


def publish(page: Any, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def new_entry(number: int) -> None:
    kind = ("service", "peer_group", "meeting_place", "support_form")[number % 4]
    organisation = pick(OrganisationPage.objects.filter(live=True, alias_of=None), number)
    language = organisation.locale.language_code if organisation else "fi"
    make_entry(kind, title=f"Uusi {number}", organisation=organisation, language=language)


def edit(number: int) -> None:
    if entry := pick(Entry.objects.filter(live=True), number):
        publish(entry, title=f"Muutettu {number}", low_threshold=bool(number % 2))


def unpublish(number: int) -> None:
    if entry := pick(Entry.objects.filter(live=True), number):
        entry.unpublish()


def publish_again(number: int) -> None:
    if entry := pick(Entry.objects.filter(live=False), number):
        publish(entry)


def delete(number: int) -> None:
    if entry := pick(Entry.objects.all(), number):
        Page.objects.get(pk=entry.pk).delete()


def second_language(number: int) -> None:
    if entry := pick(Entry.objects.filter(live=True), number):
        other = "sv" if entry.locale.language_code == "fi" else "fi"
        if not entry.has_translation(Locale.objects.get(language_code=other)):
            make_second_language(entry, f"På annat språk {number}", other)


def cancel(number: int) -> None:
    if entry := pick(Entry.objects.filter(live=True, entry_kind="peer_group"), number):
        meeting = Meeting.objects.filter(translation_key=entry.translation_key).first()
        if meeting is None:
            add_rule(entry, first=date(2026, 11, 26))
        elif meeting.cancelled:
            restore_meeting(meeting=meeting)
        else:
            cancel_meeting(meeting=meeting, reason=LocalizedText(fi=f"Syy {number}"))


def rename_organisation(number: int) -> None:
    if organisation := pick(OrganisationPage.objects.filter(live=True, alias_of=None), number):
        publish(organisation, title=f"Tekijä {number}", slug=f"tekija-{number}")


def add_channel(number: int) -> None:
    if organisation := pick(OrganisationPage.objects.filter(live=True, alias_of=None), number):
        organisation.channels.add(OrganisationChannel(kind="phone", value=f"06 555 {number:04}"))
        publish(organisation)


def new_organisation(number: int) -> None:
    make_organisation(f"Uusi tekijä {number}", source=("fi", "sv")[number % 2])


def delete_organisation(number: int) -> None:
    if OrganisationPage.objects.filter(alias_of=None).count() > 1:
        organisation = pick(OrganisationPage.objects.filter(alias_of=None), number)
        Page.objects.get(pk=organisation.pk).delete()


EDITS: Final[list[Callable[[int], None]]] = [
    *(new_entry, new_entry, edit, edit, unpublish, publish_again, delete, second_language, cancel),
    *(rename_organisation, add_channel, new_organisation, delete_organisation),
]
events = st.one_of(
    st.tuples(st.sampled_from(EDITS), st.integers(0, 9999)),
    st.tuples(st.sampled_from(["sync", "begin"]), st.integers(1, 3)),
)


class StrangersMirror(TestCase):
    """Each day is undone in the database before the next one begins."""

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(day=st.lists(events, min_size=8, max_size=16))
    def test_it_ends_equal(self, day: list[tuple[Any, int]]) -> None:
        make_site()
        new_organisation(0)
        new_entry(1)
        mirrors = [Mirror(Client(), path) for path in PATHS]
        for event, number in day:
            if callable(event):
                event(number)
            else:
                for mirror in mirrors:
                    getattr(mirror, event)(limit=number)
        for mirror in mirrors:
            mirror.sync(limit=2)
            assert mirror.rows == everything(Client(), mirror.path)
        # And what we ourselves have written down is what the pages say.
        assert not any(keys for _kind, keys in unannounced())
