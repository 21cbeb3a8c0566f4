"""Takes the demo away again: what it made, and nothing that people have added."""

from collections import Counter

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.demo.files import DemoFiles, read_files
from home.demo.keys import entry_keys, page_keys
from home.demo.leftovers import remove_unused_codes, remove_unused_pictures
from home.demo.signals import demo_removed
from home.demo.users import address
from services.actions.roles import COORDINATORS
from services.models import MeetingChange, OrganisationAccess
from services.notify import gathering


def remove() -> Counter[str]:
    """Delete what the demo made, all or nothing, and return the counts."""
    files = read_files()
    with disable_reference_index_auto_update(), transaction.atomic():
        organisations = OrganisationAccess.objects.count()
        with gathering():
            tally = _remove_pages(files)
        tally["users"] = _remove_users(files)
        # Organisations took their groups and collections along.
        tally["groups"] = organisations - OrganisationAccess.objects.count()
        tally["groups"] += _remove_coordinators()
        tally["pictures"] = remove_unused_pictures()
        tally["codes"] = remove_unused_codes(files.codes)
        demo_removed.send(sender=None)
    call_command("rebuild_references_index", verbosity=0)
    return tally


def _remove_pages(files: DemoFiles) -> Counter[str]:
    """Delete whole subtrees; a page that holds one of somebody else's stays in all languages."""
    demo = Page.objects.filter(translation_key__in=list(page_keys(files)))
    kept = set(_holding_others(demo).values_list("translation_key", flat=True))
    tally = Counter({"pages": demo.count()})
    for page in demo.exclude(translation_key__in=kept).order_by("path"):
        # It may be gone by now, with the page that it stood under.
        if Page.objects.filter(pk=page.pk).exists():
            page.specific.delete()
    tally["pages"] -= demo.count()
    tally["pages kept for others' pages"] = demo.count()
    MeetingChange.objects.filter(translation_key__in=list(entry_keys(files))).delete()
    if not Site.objects.exists():
        _stand_as_on_the_first_day()
    return tally


def _holding_others(demo: QuerySet[Page]) -> QuerySet[Page]:
    """Return the pages above those that people have added."""
    others = Page.objects.exclude(pk__in=demo.values("pk")).values_list("path", flat=True)
    paths = {path[:end] for path in others for end in range(0, len(path), Page.steplen)}
    return demo.filter(path__in=paths)


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


def _remove_coordinators() -> int:
    """Delete the coordinators' group, unless somebody else is in it."""
    _rows, models = Group.objects.filter(name=COORDINATORS, user=None).delete()
    return models.get(Group._meta.label, 0)
