"""The demo region once it is loaded: complete, the same again, movable in time, removable."""

from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from wagtail.models import Page, PageLogEntry, Revision, Site

from home.models import ArticleIndexPage, ArticlePage, SiteTexts
from services import clock
from services.models import (
    Entry,
    Meeting,
    MeetingChange,
    OrganisationAccess,
    OrganisationPage,
    ScheduleRule,
    Theme,
)

# Asks xdist for one worker: loading the region takes a while.
pytestmark = [pytest.mark.usefixtures("demo"), pytest.mark.xdist_group("demo")]
TODAY = date(2026, 11, 24)


def load(*arguments: str) -> str:
    out = StringIO()
    call_command("load_demo", *(arguments or ("--today", str(TODAY))), stdout=out)
    return out.getvalue()


def pages() -> dict[int, tuple[Any, ...]]:
    rows = Page.objects.values_list(
        "pk", "path", "title", "slug", "locale_id", "latest_revision_id"
    )
    return {row[0]: row[1:] for row in rows}


def test_counts() -> None:
    kinds = dict(Entry.objects.values_list("translation_key", "entry_kind"))
    assert OrganisationPage.objects.values("translation_key").distinct().count() >= 25
    assert len(kinds) >= 100
    assert set(kinds.values()) == {"service", "support_form", "peer_group", "meeting_place"}
    assert Theme.objects.count() >= 15
    both = Entry.objects.count() - len(kinds)
    assert len(kinds) - both >= len(kinds) / 6


def test_meetings_lie_around_today() -> None:
    monday = clock.now().replace(hour=0, minute=0) - timedelta(days=clock.today().weekday())
    week = Meeting.objects.between(monday, monday + timedelta(days=7))
    assert week.count() >= 20
    assert week.filter(cancelled=True).exists()


def test_organisations_stand_in_both_languages_with_their_staff() -> None:
    keys = set(OrganisationPage.objects.values_list("translation_key", flat=True))
    assert OrganisationPage.objects.count() == 2 * len(keys)
    assert OrganisationAccess.objects.filter(translation_key__in=keys).count() == len(keys)
    staff = User.objects.get(username="staff")
    own = OrganisationPage.objects.filter(title__in=["Larsmo församling", "Luodon seurakunta"])
    assert [page.permissions_for_user(staff).can_publish() for page in own] == [True, True]
    assert staff.check_password("demo")


def test_pages_have_a_history_and_pictures_a_description() -> None:
    entry = Entry.objects.exclude(image=None).first()
    assert entry is not None
    assert entry.image_alt
    assert entry.image.file.size < 60_000
    assert entry.latest_revision.as_object().summary == entry.summary
    assert PageLogEntry.objects.filter(page=entry.pk).exists()


def test_site_begins_at_the_default_language() -> None:
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.locale.language_code == "fi"
    numbers = SiteTexts.for_site(site).help_numbers.all()
    assert [number.number for number in numbers][:2] == ["112", "116117"]
    assert not Page.objects.filter(title__startswith="Welcome to").exists()


def test_loading_again_changes_nothing() -> None:
    before, revisions = pages(), Revision.objects.count()
    out = load()
    assert pages() == before
    assert Revision.objects.count() == revisions
    assert "unchanged" in out
    assert "added" not in out


def test_another_day_moves_schedules_forward() -> None:
    before = pages()
    first = dict(ScheduleRule.objects.values_list("uid", "first_date"))
    load("--today", str(TODAY + timedelta(weeks=2)))
    later = dict(ScheduleRule.objects.values_list("uid", "first_date"))
    assert later.keys() == first.keys()
    assert all(later[uid] >= first[uid] for uid in first)
    weekly = ScheduleRule.objects.filter(rule__startswith="FREQ=WEEKLY")
    assert all(later[uid] > first[uid] for uid in weekly.values_list("uid", flat=True))
    assert pages() == before


def test_what_people_edited_stays() -> None:
    page = Entry.objects.filter(entry_kind="service").first()
    assert page is not None
    page = page.specific
    page.summary = "Ihmisen kirjoittama"
    page.save_revision(user=User.objects.get(username="staff")).publish()
    rule = ScheduleRule.objects.exclude(rule="").first()
    assert rule is not None
    cancelled = MeetingChange.objects.create(
        translation_key=rule.entry.translation_key,
        rule_uid=rule.uid,
        local_date=rule.last_date,
        change="cancelled",
        reason={"fi": "Ohjaaja matkoilla"},
    )
    load()
    page.refresh_from_db()
    assert page.summary == "Ihmisen kirjoittama"
    assert MeetingChange.objects.filter(pk=cancelled.pk).exists()


def test_remove_leaves_an_editors_own_page() -> None:
    index = ArticleIndexPage.objects.get(locale__language_code="sv")
    index.add_child(instance=ArticlePage(title="Egen artikel", locale=index.locale))
    load("--remove")
    own = ArticlePage.objects.get()
    assert own.title == "Egen artikel"
    assert {type(page.specific).__name__ for page in Page.objects.filter(depth__gt=1)} == {
        "FrontPage",
        "ArticleIndexPage",
        "ArticlePage",
    }
    assert not Entry.objects.exists()
    assert not OrganisationAccess.objects.exists()
    assert not User.objects.filter(username="staff").exists()
    assert not Meeting.objects.exists()
    assert not Theme.objects.exists()
