"""A worker takes an import back: pressed once, watched, told what was kept or why nothing was."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext, override
from wagtail.users.models import UserProfile

from intake import tasks
from intake.models import BatchChange, ImportBatch
from intake.signs import give_signs
from services.models import Entry, OrganisationPage
from tests.intake_admin.catalogue import SERVICE_ID, catalogue
from tests.intake_admin.conftest import AT_ONCE, browser
from tests.intake_admin.importer import page, press, read

pytestmark = pytest.mark.django_db
State = ImportBatch.State
LATER = "2026-11-24T10:06:00+02:00"


@pytest.fixture
def client(communicator: Any) -> Client:
    return browser(communicator)


@pytest.fixture
def done(town: OrganisationPage, client: Client, settings: Any) -> ImportBatch:
    """An import that was done; whatever comes next waits for a worker."""
    without_workers, settings.TASKS = settings.TASKS, AT_ONCE
    batch = read(client, catalogue(town.title))
    press(client, "run_import", batch)
    assert batch.state == State.DONE
    settings.TASKS = without_workers
    return batch


@pytest.fixture
def asked(done: ImportBatch, client: Client) -> ImportBatch:
    press(client, "undo_import", done)
    return done


def work(batch: ImportBatch, user: Any, *, language: str = "fi") -> None:
    """Do as the worker does with what was asked for."""
    assert batch.asked_at is not None
    tasks.undo_import.func(batch.pk, batch.asked_at.isoformat(), language, user_id=user.pk)
    batch.refresh_from_db()


def undo_is_offered(client: Client, batch: ImportBatch) -> bool:
    return reverse("undo_import", args=[batch.pk]) in page(client, batch)


def edit(town: OrganisationPage) -> Entry:
    """Somebody changes what came in."""
    entry = Entry.objects.get(external_id=SERVICE_ID, locale__language_code="fi").specific
    entry.keywords = "baby"
    entry.save_revision().publish()
    return entry


def test_it_waits_for_a_worker_and_says_how_far_that_is(asked: ImportBatch, client: Client) -> None:
    assert asked.state == State.UNDOING
    assert Entry.objects.exists()
    assert "<progress" not in page(client, asked)
    give_signs(asked)(100, 400)
    html = page(client, asked)
    assert 'value="100" max="400"' in html
    assert not undo_is_offered(client, asked)


def test_pressing_again_and_again_asks_once(
    asked: ImportBatch, client: Client, settings: Any
) -> None:
    asked_at = asked.asked_at
    settings.FAMILYCENTRE_NOW = "2026-11-24T10:00:01+02:00"
    response = press(client, "undo_import", asked)
    assert response["Location"] == reverse("import", args=[asked.pk])
    assert asked.asked_at == asked_at


def test_the_worker_takes_it_back_once(asked: ImportBatch, communicator: Any) -> None:
    work(asked, communicator)
    assert asked.state == State.UNDONE
    assert not Entry.objects.exists()
    report = asked.report
    work(asked, communicator)
    assert asked.report == report


def test_what_was_kept_is_said_in_the_language_of_whoever_asked(
    town: OrganisationPage, done: ImportBatch, client: Client, communicator: Any, settings: Any
) -> None:
    title = edit(town).title
    UserProfile.objects.update_or_create(user=communicator, preferred_language="sv")
    settings.TASKS = AT_ONCE
    press(client, "undo_import", done)
    assert done.state == State.UNDONE
    with override("sv"):
        said = gettext("%(title)s: it was edited since.") % {"title": title}
    assert said in done.report["kept"]
    assert escape(said) in page(client, done)
    assert done.report["counts"]["entry"] == {"created": 1}


def test_who_may_not_publish_any_more_undoes_nothing_and_reads_why(
    asked: ImportBatch, town: OrganisationPage, communicator: Any, stranger: Any
) -> None:
    ImportBatch.objects.update(user=stranger)
    work(asked, stranger, language="en")
    assert asked.state == State.DONE
    assert Entry.objects.exists()
    assert asked.report["failure"] == "You may not publish all the pages. Nothing was undone."
    html = page(browser(stranger), asked)
    assert asked.report["failure"] in html
    assert undo_is_offered(browser(stranger), asked)


def test_a_crash_undoes_nothing_says_so_and_can_be_tried_again(
    asked: ImportBatch, client: Client, communicator: Any
) -> None:
    # Organisations are taken back last, when the entries have gone.
    change = BatchChange.objects.get(record__kind="organisation")
    before, change.before = change.before, {"nonsense": True}
    change.save()
    with pytest.raises(TypeError):
        work(asked, communicator)
    asked.refresh_from_db()
    assert asked.state == State.DONE
    assert Entry.objects.exists()
    assert asked.report["failure"] in page(client, asked)
    change.before = before
    change.save()
    press(client, "undo_import", asked)
    work(asked, communicator)
    assert asked.state == State.UNDONE
    assert asked.report["failure"] == ""


def test_a_dead_worker_is_told_and_the_import_can_be_undone_again(
    asked: ImportBatch, client: Client, communicator: Any, settings: Any
) -> None:
    give_signs(asked)
    assert not undo_is_offered(client, asked)
    settings.FAMILYCENTRE_NOW = LATER
    assert undo_is_offered(client, asked)
    assert client.get(reverse("imports")).context["stopped"] == [asked]
    press(client, "undo_import", asked)
    assert not undo_is_offered(client, asked)
    work(asked, communicator)
    assert asked.state == State.UNDONE
    assert not Entry.objects.exists()
