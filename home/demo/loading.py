"""The whole demo, in one transaction: all of it is there afterwards, or nothing is changed."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.demo.codes import load_codes
from home.demo.entries import EntryLoader
from home.demo.files import DemoFiles, read_files
from home.demo.house import configured_locales, put_front_pages, put_section
from home.demo.organisations import put_organisation
from home.demo.pages import put_pages
from home.demo.pictures import Pictures
from home.demo.shelf import Shelf
from home.demo.signals import demo_loaded
from home.demo.site_texts import load_site_texts
from home.demo.users import load_user
from services.actions.histories import add_to_histories
from services.codes import Kind
from services.notify import gathering

Say = Callable[[str], None]


def load(*, today: date, say: Say) -> Counter[str]:
    """Load everything with its dates around `today`, and return what became of the pages."""
    files = read_files()
    # Wagtail's index of references is rebuilt once instead of following every save.
    with disable_reference_index_auto_update(), transaction.atomic():
        with gathering():
            tally = _load(files, today, say)
        files.check_all_read()
        demo_loaded.send(sender=None, today=today)
    if tally["added"] + tally["changed"] + tally["mirrored"]:
        call_command("rebuild_references_index", verbosity=0)
    return tally


def _load(files: DemoFiles, today: date, say: Say) -> Counter[str]:
    load_codes(files.codes)
    shelf, pictures = Shelf(configured_locales()), Pictures()
    sections = _load_house(files, shelf, say)
    organisations = {
        record.need("code", str): put_organisation(
            shelf, record, sections["organisations"], pictures
        )
        for record in files.organisations
    }
    say(f"Organisations {len(organisations)}/{len(files.organisations)}")
    _load_entries(files, EntryLoader(shelf, organisations, pictures, today), say)
    add_to_histories(shelf.added, action="wagtail.create")
    for record in files.users:
        load_user(record, organisations)
    say(f"Users {len(files.users)}/{len(files.users)}")
    return shelf.tally


def _load_house(files: DemoFiles, shelf: Shelf, say: Say) -> dict[str, dict[str, Page]]:
    fronts = put_front_pages(shelf, files.front)
    load_site_texts(files.front, files.help_numbers)
    put_pages(shelf, "doors", files.doors, fronts)
    sections = {}
    for section in files.sections:
        code = section.need("code", str)
        sections[code] = put_section(shelf, section, fronts)
        if code != "organisations":
            put_pages(shelf, code, getattr(files, code), sections[code])
    say(f"Sections {len(sections)}/{len(files.sections)}, with their pages")
    return sections


def _load_entries(files: DemoFiles, loader: EntryLoader, say: Say) -> None:
    entries = [
        (entry, loader.organisations[organisation.need("code", str)])
        for organisation in files.organisations
        for entry in organisation.parts("entries")
    ]
    # Meeting places first: groups are held at them.
    entries.sort(key=lambda pair: pair[0].text("kind") != Kind.MEETING_PLACE)
    for n, (entry, organisation) in enumerate(entries, start=1):
        loader.put(entry, organisation)
        if n % 20 == 0 or n == len(entries):
            say(f"Entries {n}/{len(entries)}")
