"""Small trees of real pages for tests.

What is made by one call is announced once, at its end: the test begins when it stands.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, Locale, Page, Site
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.operations import translate_object

from home.models import FrontPage
from services.actions.organisations import create_access, mirror_organisation
from services.models import (
    Entry,
    MeetingPlacePage,
    Municipality,
    OrganisationIndexPage,
    OrganisationPage,
    PeerGroupPage,
    ScheduleRule,
    ServicePage,
    SupportFormPage,
    Theme,
    Village,
)
from services.notify import gathering

KINDS: dict[str, type[Entry]] = {
    "service": ServicePage,
    "support_form": SupportFormPage,
    "peer_group": PeerGroupPage,
    "meeting_place": MeetingPlacePage,
}
PASSWORD = "demo"
# The tests' clock stands on Tuesday 24 November 2026, 10 o'clock.
TODAY = date(2026, 11, 24)


@dataclass
class Tree:
    """The frame of a site: a front page and an organisation index per language."""

    fronts: dict[str, FrontPage]
    indexes: dict[str, OrganisationIndexPage]


@gathering()
def make_site(languages: tuple[str, ...] = ("fi", "sv")) -> Tree:
    """Make locales, front pages, indexes, two municipalities and two themes."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in languages}
    _empty_tree(locales[languages[0]])
    root = Page.get_first_root_node()
    first, *others = languages
    front = FrontPage(title="Perheen talo", slug="front", headline="?", locale=locales[first])
    root.add_child(instance=front)
    index = OrganisationIndexPage(title="Tahot", slug="organisaatiot", locale=locales[first])
    front.add_child(instance=index)
    fronts, indexes = {first: front}, {first: index}
    for code in others:
        fronts[code] = _publish(front.copy_for_translation(locales[code]))
        indexes[code] = _publish(index.copy_for_translation(locales[code]))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    make_codes()
    return Tree(
        {code: FrontPage.objects.get(pk=page.pk) for code, page in fronts.items()},
        {code: OrganisationIndexPage.objects.get(pk=page.pk) for code, page in indexes.items()},
    )


def _empty_tree(locale: Locale) -> None:
    """Leave the root alone; tests that commit have lost even that when they begin."""
    root = Page.get_first_root_node()
    if root is None:
        ContentType.objects.clear_cache()
        Page.add_root(title="Root", slug="root", locale=locale)
        Collection.add_root(name="Root")
        return
    for page in root.get_children():
        page.specific.delete()


def _publish(page: Any) -> Any:
    page.save_revision().publish()
    return page


def make_codes() -> None:
    """Make the codes that the entries of tests use."""
    for code, fi, sv in (("598", "Pietarsaari", "Jakobstad"), ("440", "Luoto", "Larsmo")):
        Municipality.objects.get_or_create(code=code, defaults={"label": {"fi": fi, "sv": sv}})
    for code, fi, sv in (("sleep", "Uni", "Sömn"), ("separation", "Ero", "Skilsmässa")):
        Theme.objects.get_or_create(code=code, defaults={"label": {"fi": fi, "sv": sv}})


def make_village(
    code: str = "kallby", fi: str = "Kolppi", sv: str = "Kållby", **fields: Any
) -> Village:
    """Make a village of the first municipality, north of its centre unless something else is said.

    The centre gets its point on the map too.
    """
    Municipality.objects.filter(code="598").update(latitude=63.675, longitude=22.703)
    values = {"municipality_id": "598", "latitude": 63.775, "longitude": 22.703, **fields}
    return Village.objects.create(code=code, label={"fi": fi, "sv": sv}, **values)


@gathering()
def make_organisation(
    title: str = "Folkhälsan", *, source: str = "fi", with_access: bool = False, **fields: Any
) -> OrganisationPage:
    """Publish an organisation in its source language, mirrored in the others."""
    index = OrganisationIndexPage.objects.get(locale__language_code=source)
    page = OrganisationPage(
        title=title,
        locale=index.locale,
        **{"sector": "association", "whole_region": True, **fields},
    )
    index.add_child(instance=page)
    page.save_revision().publish()
    mirror_organisation(page)
    if with_access:
        create_access(organisation=page)
    return OrganisationPage.objects.get(pk=page.pk)


@gathering()
def make_entry(
    kind: str = "service",
    *,
    organisation: OrganisationPage | None = None,
    title: str = "Perheneuvola",
    language: str = "fi",
    live: bool = True,
    **fields: Any,
) -> Entry:
    """Publish an entry in one language, under the organisation's page in that language."""
    organisation = (
        organisation or OrganisationPage.objects.filter(locale__language_code=language).first()
    )
    organisation = organisation or make_organisation(source=language)
    parent = (
        organisation
        if organisation.locale.language_code == language
        else organisation.get_translation(Locale.objects.get(language_code=language))
    )
    values: dict[str, Any] = {"summary": title, "municipalities": ["598"], "place_source": "none"}
    if kind == "peer_group":
        values["group_type"] = "peer"
    page = KINDS[kind](title=title, locale=parent.locale, live=False, **{**values, **fields})
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return KINDS[kind].objects.get(pk=page.pk)


def make_near_and_far() -> None:
    """Make a village, and help in town, in the village ten kilometres north and by telephone."""
    make_village()
    for title, latitude in (("Kylän kahvila", 63.775), ("Kaupungin kahvila", 63.675)):
        make_entry(
            title=title,
            place_source="own",
            street={"fi": "Katu 1"},
            latitude=latitude,
            longitude=22.703,
            life_stages=["early_childhood"],
        )
    make_entry(title="Aina puhelimessa", whole_region=True, life_stages=["all"])


@gathering()
def make_second_language(entry: Entry, title: str, language: str, **fields: Any) -> Entry:
    """Publish an entry's own page in another language, written by hand."""
    locale = Locale.objects.get(language_code=language)
    page = entry.copy_for_translation(locale)
    page.title, page.slug = title, f"{entry.slug}-{language}"
    for name, value in {"summary": title, **fields}.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return type(entry).objects.get(pk=page.pk)


def submit_translation(page: Page, language: str) -> Translation:
    """Submit a page to wagtail-localize, as its view does."""
    translate_object(page, [Locale.objects.get(language_code=language)])
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=language
    )


def translate_all(translation: Translation, prefix: str = "SV ") -> None:
    """Give every string a translation."""
    for segment in translation.source.stringsegment_set.all():
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": prefix + segment.string.data, "translation_type": "manual"},
        )


@gathering()
def add_rule(
    entry: Entry, *, first: date, start: time = time(17, 30), **fields: Any
) -> ScheduleRule:
    """Give a published entry a meeting time and publish it again."""
    rule = ScheduleRule(first_date=first, start_time=start, **fields)
    entry.schedule_rules.add(rule)
    entry.save_revision().publish()
    return ScheduleRule.objects.get(entry=entry, uid=rule.uid)


def make_user(name: str, *groups: Group, superuser: bool = False) -> Any:
    """Make a user of some groups, with the demo's password."""
    user = get_user_model().objects.create_user(name, password=PASSWORD, is_superuser=superuser)
    user.groups.add(*groups)
    return user
