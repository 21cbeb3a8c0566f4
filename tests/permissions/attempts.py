"""Each action of the matrix as a browser does it; the answer is whether it really happened."""

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.models import StringTranslation, Translation

from services.models import Entry, PeerGroupPage
from tests.permissions.world import OTHER, SOURCE, World, group_form, organisation_form, post

Attempt = Callable[[Client, World, str, str], bool]
# These have no language: meetings and translation sources belong to all of them, and an
# organisation is written in its first one.
IN_ONE_LANGUAGE: Final = (
    "update translations",
    "cancel a meeting",
    "publish the organisation",
    "translate the organisation",
)


def url(view: str, *args: object) -> str:
    return reverse(f"wagtailadmin_pages:{view}", args=args)


def localize_url(view: str, *args: object) -> str:
    return reverse(f"wagtail_localize:{view}", args=args)


def explore(client: Client, world: World, name: str, language: str) -> bool:
    """See the organisation's entries; Wagtail shows others an empty list."""
    page = world.organisation(name, language)
    response = client.get(reverse("wagtailadmin_explore", args=[page.pk]))
    titles = (world.group(name, language).title, world.lone(name, language).title)
    return response.status_code == 200 and any(
        title in response.content.decode() for title in titles
    )


def open_editor(client: Client, world: World, name: str, language: str) -> bool:
    page = world.group(name, language)
    response = client.get(url("edit", page.pk))
    return response.status_code == 200 and page.title in response.content.decode()


def create(client: Client, world: World, name: str, language: str) -> bool:
    parent = world.organisation(name, language)
    form = group_form("Something new", "New", slug=f"new-{language}", **{"action-publish": "1"})
    post(client, url("add", "services", "peergrouppage", parent.pk), form)
    return PeerGroupPage.objects.child_of(parent).filter(title="Something new", live=True).exists()


def edit(client: Client, world: World, name: str, language: str) -> bool:
    """Save a draft; of a translation, one string."""
    if language != SOURCE[name]:
        return _edit_string(client, world, name)
    page = world.group(name)
    post(client, url("edit", page.pk), group_form(page.title, "Changed"))
    page = world.group(name)
    return page.get_latest_revision_as_object().summary == "Changed" != page.summary


def _edit_string(client: Client, world: World, name: str) -> bool:
    translation = world.translation(name)
    segment = translation.source.stringsegment_set.get(context__path="summary")
    client.put(
        localize_url("edit_string_translation", translation.pk, segment.pk),
        "value=Changed",
        content_type="application/x-www-form-urlencoded",
    )
    return StringTranslation.objects.filter(context=segment.context, data="Changed").exists()


def publish(client: Client, world: World, name: str, language: str) -> bool:
    page = world.group(name, language)
    if language == SOURCE[name]:
        form = group_form(page.title, "Changed", **{"action-publish": "1"})
    else:
        change_a_translated_string(world.translation(name))
        form = {"action": "publish"}
    post(client, url("edit", page.pk), form)
    return bool(world.group(name, language).summary == "Changed")


def change_a_translated_string(translation: Translation) -> None:
    StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        context__path="summary",
        locale=translation.target_locale,
    ).update(data="Changed")


def submit(client: Client, world: World, name: str, language: str) -> bool:
    page = world.lone(name, language)
    submit_page(client, page, OTHER[language])
    return Entry.objects.with_key(page.translation_key).count() == 2


def submit_page(client: Client, page: Page, language: str, **values: str) -> Any:
    locale = Locale.objects.get(language_code=language)
    address = localize_url("submit_page_translation", page.pk)
    return post(client, address, {"locales": [locale.pk], **values})


def update(client: Client, world: World, name: str, language: str) -> bool:
    translation = world.translation(name)
    change_a_translated_string(translation)
    address = localize_url("update_translations", translation.source_id)
    post(client, address, {"publish_translations": "on"})
    return bool(world.group(name, OTHER[SOURCE[name]]).summary == "Changed")


def cancel(client: Client, world: World, name: str, language: str) -> bool:
    meeting = world.meetings(name).first()
    post(client, reverse("cancel_meeting", args=[meeting.pk]), {"reason_fi": "Flunssa"})
    return bool(world.meetings(name).filter(cancelled=True).exists())


def unpublish(client: Client, world: World, name: str, language: str) -> bool:
    post(client, url("unpublish", world.lone(name, language).pk))
    return not world.lone(name, language).live


def delete(client: Client, world: World, name: str, language: str) -> bool:
    post(client, url("delete", world.lone(name, language).pk))
    return not world.exists(f"{name} {language}")


def move(client: Client, world: World, origin: str, target: str, language: str) -> bool:
    page = world.lone(origin, language)
    parent = world.organisation(target, language)
    post(client, url("move_confirm", page.pk, parent.pk))
    return bool(world.lone(origin, language).get_parent().pk == parent.pk)


def publish_organisation(client: Client, world: World, name: str, language: str) -> bool:
    page = world.organisation(name)
    form = organisation_form("Changed", "Changed", **{"action-publish": "1"})
    post(client, url("edit", page.pk), form)
    return bool(world.organisation(name).title == "Changed")


def translate_organisation(client: Client, world: World, name: str, language: str) -> bool:
    """Ask for a translation where until now only the mirror stands."""
    page = world.organisation(name)
    submit_page(client, page, OTHER[SOURCE[name]])
    return Translation.objects.filter(source__object_id=page.translation_key).exists()


def unpublish_organisation(client: Client, world: World, name: str, language: str) -> bool:
    post(client, url("unpublish", world.organisation(name, language).pk))
    return not world.organisation(name, language).live


def delete_organisation(client: Client, world: World, name: str, language: str) -> bool:
    empty(world, name)
    page = world.organisation(name, language)
    post(client, url("delete", page.pk))
    return not Page.objects.filter(pk=page.pk).exists()


def empty(world: World, name: str) -> None:
    """Take its entries away: without them Wagtail itself doesn't protect an organisation."""
    for language in OTHER:
        for entry in world.organisation(name, language).get_children():
            entry.specific.delete()


def close_organisation(client: Client, world: World, name: str, language: str) -> bool:
    """Hide it from visitors with Wagtail's page privacy."""
    page = world.organisation(name, language)
    post(
        client,
        reverse("wagtailadmin_pages:set_privacy", args=[page.pk]),
        {"restriction_type": "login"},
    )
    return PageViewRestriction.objects.filter(page=page).exists()


def bulk(client: Client, action: str, *pages: Page, **values: object) -> Any:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    ids = urlencode([("id", page.pk) for page in pages])
    return post(client, f"{address}?{ids}", values)


def bulk_unpublish(client: Client, world: World, name: str, language: str) -> bool:
    bulk(client, "unpublish", world.organisation(name, language))
    return not world.organisation(name, language).live


def bulk_delete(client: Client, world: World, name: str, language: str) -> bool:
    empty(world, name)
    page = world.organisation(name, language)
    bulk(client, "delete", page)
    return not Page.objects.filter(pk=page.pk).exists()


ATTEMPTS: Final[dict[str, Attempt]] = {
    "see in the explorer": explore,
    "open in the editor": open_editor,
    "create an entry": create,
    "edit an entry": edit,
    "publish an entry": publish,
    "submit for translation": submit,
    "update translations": update,
    "cancel a meeting": cancel,
    "unpublish an entry": unpublish,
    "delete an entry": delete,
    "publish the organisation": publish_organisation,
    "translate the organisation": translate_organisation,
    "unpublish the organisation": unpublish_organisation,
    "delete the organisation": delete_organisation,
    "close the organisation": close_organisation,
    "unpublish it in bulk": bulk_unpublish,
    "delete it in bulk": bulk_delete,
}
