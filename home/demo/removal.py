"""Takes the demo away again: what it made, and nothing that people have added."""

from collections import Counter

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.demo.files import DemoFiles, read_files
from home.demo.keys import entry_keys, key_of, page_keys
from home.demo.leftovers import delete_if_empty, remove_unused_codes, remove_unused_pictures
from home.demo.users import address
from services.actions.deletion import delete_with_translations
from services.actions.roles import COORDINATORS
from services.models import MeetingChange, OrganisationAccess


def remove() -> Counter[str]:
    """Delete what the demo made, all or nothing, and return the counts."""
    files = read_files()
    with disable_reference_index_auto_update(), transaction.atomic():
        tally = _remove_pages(files)
        tally["users"] = _remove_users(files)
        tally["groups"] = _remove_groups(files)
        tally["pictures"] = remove_unused_pictures()
        tally["codes"] = remove_unused_codes(files.codes)
    call_command("rebuild_references_index", verbosity=0)
    return tally


def _remove_pages(files: DemoFiles) -> Counter[str]:
    """Delete the pages from the leaves up; what holds a page of somebody else's stays."""
    tally: Counter[str] = Counter()
    for key in reversed(list(page_keys(files))):
        versions = Page.objects.filter(translation_key=key)
        page = versions.first()
        if page and versions.filter(numchild__gt=0).exists():
            tally["pages kept"] += len(versions)
        elif page:
            tally["pages"] += len(versions)
            delete_with_translations(page=page)
    MeetingChange.objects.filter(translation_key__in=list(entry_keys(files))).delete()
    if not Site.objects.exists():
        _stand_as_on_the_first_day()
    return tally


def _stand_as_on_the_first_day() -> None:
    """A front page takes its site along: leave a site and a page, as Wagtail's migrations do."""
    welcome = Page(title="Welcome", slug="home", locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=welcome)
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def _remove_users(files: DemoFiles) -> int:
    addresses = [address(record.need("code", str)) for record in files.users]
    users = User.objects.filter(email__in=addresses)
    count = len(users)
    users.delete()
    return count


def _remove_groups(files: DemoFiles) -> int:
    """Delete the groups and collections of organisations that are gone."""
    keys = {key_of("organisations", record.need("code", str)) for record in files.organisations}
    keys -= set(Page.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True))
    rows = list(OrganisationAccess.objects.filter(translation_key__in=keys))
    for access in rows:
        access.group.delete()
        delete_if_empty(access.collection)
    without_members, _models = Group.objects.filter(name=COORDINATORS, user=None).delete()
    return len(rows) + bool(without_members)
