"""Whatever pages show drops what is kept of them when it changes, once others can read it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from django.test.client import RequestFactory
from wagtail.models import Locale, Page

from familycentre.responses.changes import UNSEEN_APPS, UNSEEN_MODELS
from familycentre.responses.middleware import ResponseCacheMiddleware
from familycentre.responses.version import current_version
from home.models import SiteTexts
from services.actions.meetings import cancel_meeting
from services.fields import LocalizedText
from services.models import Entry, Meeting, Theme
from tests.factories import TODAY, Tree, add_rule, make_entry, make_user
from tests.responses.conftest import Asking, Commit
from tests.responses.world import make_world

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
ROOMS = {"home", "services"}
# Of Wagtail's, what a page can show; a new version of Wagtail may bring more.
WAGTAILS = {
    *("wagtailcore.Locale", "wagtailcore.Page", "wagtailcore.PageViewRestriction"),
    *("wagtailcore.Site", "wagtaildocs.Document", "wagtailembeds.Embed"),
    *("wagtailimages.Image", "wagtailimages.Rendition"),
}


def shown_models() -> list[type[models.Model]]:
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in ROOMS or model._meta.label in WAGTAILS
    ]


def test_every_model_of_the_content_is_listened_to(site: Tree, commit: Commit) -> None:
    make_world(site)
    forgotten = []
    for model in shown_models():
        row = model._default_manager.order_by("pk").last()
        assert row, f"Give the tests' world a row of {model.__name__}, if pages show it."
        before = current_version()
        with commit():
            row.save()
        if current_version() == before:
            forgotten.append(model._meta.label)
    assert forgotten == []


def test_every_model_of_the_content_is_missed(site: Tree, commit: Commit) -> None:
    make_world(site)
    forgotten = []
    # Pages keep their languages from being deleted.
    for model in set(shown_models()) - {Locale}:
        before = current_version()
        with transaction.atomic():
            with commit():
                model._default_manager.order_by("pk").last().delete()
            transaction.set_rollback(True)
        if current_version() == before:
            forgotten.append(model._meta.label)
    assert forgotten == []


def test_what_is_left_out_exists() -> None:
    assert {config.label for config in apps.get_app_configs()} >= UNSEEN_APPS
    assert {model._meta.label for model in apps.get_models()} >= UNSEEN_MODELS


def rename(entry: Entry) -> None:
    entry.title = "Uusi nimi"
    entry.save_revision().publish()


def move_aside(entry: Entry) -> None:
    entry.move(entry.get_siblings().exclude(pk=entry.pk).get(), pos="right")


def change_the_address(entry: Entry) -> None:
    entry.slug = "uusi-osoite"
    entry.save_revision().publish()


def cancel(entry: Entry) -> None:
    meeting = Meeting.objects.filter(translation_key=entry.translation_key)[0]
    cancel_meeting(meeting=meeting, reason=LocalizedText(fi="Sairaus"))


def rename_the_site(entry: Entry) -> None:
    texts = SiteTexts.objects.get()
    texts.name = LocalizedText(fi="Toinen talo")
    texts.save()


@pytest.mark.parametrize(
    "change",
    [
        *(rename, move_aside, change_the_address, cancel, rename_the_site),
        lambda entry: entry.unpublish(),
        lambda entry: Page.objects.get(pk=entry.pk).unpublish(),
        lambda entry: entry.delete(),
    ],
)
def test_what_editors_do_is_seen_at_once(
    site: Tree, ask: Asking, commit: Commit, change: Callable[[Any], None]
) -> None:
    entry = make_entry("peer_group")
    make_entry("service", title="Toinen")
    add_rule(entry, first=TODAY)
    entry.refresh_from_db()
    SiteTexts.objects.create(site_id=site.fronts["fi"].get_site().pk)
    pages = ["/fi/", "/sv/", entry.url, entry.get_parent().url]
    for path in pages:
        ask(path)
    assert [ask(path).queries for path in pages] == [0] * 4
    with commit():
        change(entry)
    shown = [ask(path) for path in pages]
    assert all(page.queries > 0 for page in shown)
    uncached = [Client().get(path, headers={"cookie": "x=1"}) for path in pages]
    assert [page.content for page in shown] == [page.content for page in uncached]


def test_drafts_searches_and_logins_drop_nothing(site: Tree, ask: Asking, commit: Commit) -> None:
    entry = make_entry()
    ask(entry.url)
    with commit():
        entry.title = "Luonnos"
        entry.save_revision(user=make_user("staff"), log_action=True)
        Client().force_login(make_user("communicator"))
    assert ask(entry.url).queries == 0


def test_a_change_that_is_undone_drops_nothing(site: Tree, ask: Asking, commit: Commit) -> None:
    ask("/fi/")
    with commit(), transaction.atomic():
        Theme.objects.create(code="new", label={"fi": "Uusi"})
        transaction.set_rollback(True)
    assert ask("/fi/").queries == 0


def test_a_page_made_while_something_changes_is_not_shown_to_others(
    site: Tree, ask: Asking, commit: Commit
) -> None:
    entry = make_entry()

    def slow_site(request: Any) -> Any:
        response = Client().get(request.path, headers={"cookie": "x=1"})
        request.resolver_match = response.resolver_match
        with commit():
            rename(entry)
        return response

    answer = ResponseCacheMiddleware(slow_site)(RequestFactory().get(entry.url))
    assert "Perheneuvola" in answer.content.decode()  # type: ignore[attr-defined]
    assert "Uusi nimi" in ask(entry.url).content.decode()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_real_commit_drops_and_nothing_before_it_does(site: Tree, ask: Asking) -> None:
    entry = make_entry()
    ask(entry.url)
    with transaction.atomic():
        rename(entry)
        # What others ask meanwhile is answered from before.
        assert "Perheneuvola" in ask(entry.url).content.decode()
    assert "Uusi nimi" in ask(entry.url).content.decode()
