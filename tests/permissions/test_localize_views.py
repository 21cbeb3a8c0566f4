"""wagtail-localize's views refuse whoever may not work on the page, and serve whoever may."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, get_translatable_models
from wagtail_localize.machine_translators.dummy import DummyTranslator
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation

from services.models import Entry
from tests.permissions.attempts import (
    change_a_translated_string,
    localize_url,
    submit_page,
    url,
)
from tests.permissions.world import OTHER, SOURCE, World, post

pytestmark = pytest.mark.django_db

FOREIGN = ("town", "parish")


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_foreign_subtree_is_not_submitted(
    world: World, staff: Client, name: str, language: str
) -> None:
    pages, translations = Page.objects.count(), Translation.objects.count()
    for page in (
        world.organisation(name, language),
        world.organisation(name, language).get_parent(),
        world.lone(name, language),
    ):
        submit_page(staff, page, OTHER[language], include_subtree="on")
    assert (Page.objects.count(), Translation.objects.count()) == (pages, translations)


def test_the_own_subtree_is_submitted_and_stays_in_the_own_tree(
    world: World, staff: Client
) -> None:
    submit_page(staff, world.organisation("club"), "sv", include_subtree="on")
    made = Entry.objects.get(translation_key=world.keys["club fi"], locale__language_code="sv")
    assert made.get_parent().pk == world.organisation("club", "sv").pk
    assert not made.live


def test_nothing_is_submitted_to_where_one_may_not_add(world: World, staff: Client) -> None:
    """An organisation without a mirror: localize would make its parent, too, live and unowned."""
    world.organisation("club", "sv").delete()
    submit_page(staff, world.lone("club", "fi"), "sv")
    assert not Page.objects.filter(
        translation_key__in=[world.keys["club"], world.keys["club fi"]],
        locale__language_code="sv",
    ).exists()


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_translation_is_not_updated(world: World, staff: Client, name: str) -> None:
    translation = world.translation(name)
    before = translation.source.last_updated_at
    change_a_translated_string(translation)
    address = localize_url("update_translations", translation.source_id)
    assert staff.get(address).status_code == 302
    post(staff, address, {"publish_translations": "on", "use_machine_translation": "on"})
    translation.source.refresh_from_db()
    assert translation.source.last_updated_at == before
    assert world.group(name, OTHER[SOURCE[name]]).summary != "Changed"


def test_the_own_update_page_opens(world: World, staff: Client) -> None:
    address = localize_url("update_translations", world.translation("club").source_id)
    assert staff.get(address).status_code == 200


def summary_of(translation: Translation) -> Any:
    return translation.source.stringsegment_set.get(context__path="summary")


def texts_of(translation: Translation) -> list[str]:
    found = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale
    )
    return list(found.order_by("pk").values_list("data", flat=True))


def edit_string(client: Client, translation: Translation) -> Any:
    address = localize_url("edit_string_translation", translation.pk, summary_of(translation).pk)
    return client.put(address, "value=Mine", content_type="application/x-www-form-urlencoded")


def delete_string(client: Client, translation: Translation) -> Any:
    address = localize_url("edit_string_translation", translation.pk, summary_of(translation).pk)
    return client.delete(address)


def upload_po(client: Client, translation: Translation) -> Any:
    po = translation.export_po()
    for entry in po:
        entry.msgstr = "Mine"
    upload = SimpleUploadedFile("texts.po", str(po).encode())
    return post(client, localize_url("upload_pofile", translation.pk), {"file": upload})


def machine_translate(client: Client, translation: Translation) -> Any:
    StringTranslation.objects.filter(translation_of=summary_of(translation).string).delete()
    return post(client, localize_url("machine_translate", translation.pk))


WRITES = [edit_string, delete_string, upload_po]
Write = Callable[[Client, Translation], Any]


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_texts_are_not_written(
    world: World, staff: Client, name: str, write: Write
) -> None:
    translation = world.translation(name)
    before = texts_of(translation)
    write(staff, translation)
    assert texts_of(translation) == before


@pytest.mark.parametrize("write", WRITES)
def test_own_texts_are_written(world: World, staff: Client, write: Write) -> None:
    translation = world.translation("club")
    before = texts_of(translation)
    write(staff, translation)
    assert texts_of(translation) != before


def test_an_own_translation_is_no_way_to_foreign_strings(world: World, staff: Client) -> None:
    foreign = world.translation("town")
    before = texts_of(foreign)
    address = localize_url(
        "edit_string_translation", world.translation("club").pk, summary_of(foreign).pk
    )
    staff.put(address, "value=Mine", content_type="application/x-www-form-urlencoded")
    assert texts_of(foreign) == before


@pytest.fixture
def machine(settings: Any) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": f"{DummyTranslator.__module__}.{DummyTranslator.__name__}"
    }


@pytest.mark.parametrize(("name", "translated"), [("club", 1), ("town", 0), ("parish", 0)])
def test_machine_translation(
    world: World, staff: Client, machine: None, name: str, translated: int
) -> None:
    machine_translate(staff, world.translation(name))
    made = StringTranslation.objects.filter(
        context__object_id=world.keys[f"{name} group"], translation_type="machine"
    )
    assert bool(made.count()) == bool(translated)


@pytest.mark.parametrize(("name", "stopped"), [("club", True), ("town", False), ("parish", False)])
def test_stopping_and_starting_a_translation(
    world: World, staff: Client, name: str, stopped: bool
) -> None:
    post(staff, localize_url("stop_translation", world.translation(name).pk))
    assert world.translation(name).enabled != stopped
    Translation.objects.update(enabled=False)
    target = world.group(name, OTHER[SOURCE[name]])
    post(staff, url("edit", target.pk), {"localize-restart-translation": "1"})
    assert world.translation(name).enabled == stopped


@pytest.mark.parametrize("role", ["staff", "communicator", "coordinator", "administrator"])
@pytest.mark.parametrize("name", ["club", "parish"])
def test_no_entry_is_made_an_alias(world: World, role: str, name: str) -> None:
    target = world.group(name, OTHER[SOURCE[name]])
    post(world.client(role), localize_url("convert_to_alias", target.pk))
    assert world.group(name, OTHER[SOURCE[name]]).alias_of_id is None


@pytest.mark.parametrize(
    ("role", "name", "converted"),
    [("staff", "club", True), ("staff", "parish", False), ("communicator", "parish", False)],
)
def test_an_organisations_translation_is_made_an_alias_by_its_keepers_only(
    world: World, role: str, name: str, converted: bool
) -> None:
    page = world.organisation(name, OTHER[SOURCE[name]])
    submit_page(world.client("administrator"), world.organisation(name), OTHER[SOURCE[name]])
    Page.objects.filter(pk=page.pk).update(alias_of=None)
    post(world.client(role), localize_url("convert_to_alias", page.pk))
    alias = world.organisation(name, OTHER[SOURCE[name]]).alias_of_id
    assert alias == (world.organisation(name).pk if converted else None)


@pytest.mark.parametrize("view", ["download_pofile", "preview_translation"])
@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_drafts_are_not_read(world: World, staff: Client, name: str, view: str) -> None:
    address = localize_url(view, world.translation(name).pk)
    assert staff.get(address).status_code == 302


@pytest.mark.parametrize("view", ["submit_page_translation", "update_translations"])
def test_visitors_are_sent_to_the_login(world: World, client: Client, view: str) -> None:
    ids = {
        "submit_page_translation": world.lone("club", "fi").pk,
        "update_translations": world.translation("club").source_id,
    }
    for response in (
        client.get(localize_url(view, ids[view])),
        client.post(localize_url(view, ids[view])),
    ):
        assert response["Location"].startswith(reverse("wagtailadmin_login"))


def test_facts_are_nobodys_to_override(world: World) -> None:
    assert not SegmentOverride.objects.exists()
    for name in SOURCE:
        assert not world.translation(name).source.overridablesegment_set.exists()


def test_only_pages_are_translated() -> None:
    """The snippets' own submit view asks for the global permission alone; nothing may need it."""
    assert [model for model in get_translatable_models() if not issubclass(model, Page)] == []


def test_the_region_synchronises_no_locales(world: World) -> None:
    from wagtail_localize.models import LocaleSynchronization

    assert Locale.objects.count() == 2
    assert not LocaleSynchronization.objects.exists()
