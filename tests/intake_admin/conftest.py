"""An entry that came from the catalogue, in both languages, and whose it is."""

from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from intake import fields
from intake.models import ImportedRecord
from services.models import Entry, EntryChannel, OrganisationPage
from services.models.role import OrganisationAccess
from tests.factories import Tree, make_entry, make_organisation, make_second_language, make_user

FACTS = ("municipalities", "place", "opening_hours", "channel:switchboard", "channel:post")
TEXTS = ("title", "summary", "body")
AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def _no_signs_of_an_earlier_test() -> None:
    """Rows are numbered anew in each test, under the same clock."""
    caches["shared"].clear()


@pytest.fixture
def at_once(settings: Any) -> None:
    """Tasks are done as on one machine."""
    settings.TASKS = AT_ONCE


@pytest.fixture
def town(site: Tree) -> OrganisationPage:
    return make_organisation("Pietarsaari", with_access=True)


@pytest.fixture
def imported(town: OrganisationPage) -> Entry:
    """A service whose texts and facts the catalogue keeps, with one row of our own beside them."""
    entry = make_entry(
        organisation=town, title="Neuvola", body=[("text", "<p>Tule <b>käymään</b>.</p>")]
    )
    entry.channels.set(
        [
            EntryChannel(kind="phone", value="+358 6 555 0101", external_id="switchboard"),
            EntryChannel(kind="email", value="neuvola@example.org", external_id="post"),
            EntryChannel(kind="phone", value="+358 6 555 0202"),
        ]
    )
    entry.save_revision().publish()
    other = make_second_language(type(entry).objects.get(pk=entry.pk), "Rådgivningen", "sv")
    make_record(entry, {"fi": entry, "sv": other})
    return type(entry).objects.get(pk=entry.pk)


def make_record(entry: Entry, versions: dict[str, Entry]) -> ImportedRecord:
    facts = type(entry).objects.get(pk=entry.pk)
    return ImportedRecord.objects.create(
        external_id="3f0c",
        kind=ImportedRecord.Kind.ENTRY,
        translation_key=entry.translation_key,
        title=entry.title,
        values={
            "kind": "service",
            "facts": {name: fields.read(facts, name) for name in FACTS},
            "texts": {
                language: {name: fields.read(version, name) for name in TEXTS}
                for language, version in versions.items()
            },
        },
    )


@pytest.fixture
def record(imported: Entry) -> ImportedRecord:
    return ImportedRecord.objects.get(translation_key=imported.translation_key)


@pytest.fixture
def communicator(town: OrganisationPage) -> Any:
    group = OrganisationAccess.objects.get(pk=town.translation_key).group
    return make_user("communicator", group)


@pytest.fixture
def stranger(site: Tree) -> Any:
    """Somebody of another organisation."""
    club = make_organisation("Klubi", with_access=True)
    return make_user("stranger", OrganisationAccess.objects.get(pk=club.translation_key).group)


def browser(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client
