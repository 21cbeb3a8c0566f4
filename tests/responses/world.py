"""A small site with a row of every model of the content rooms, and of Wagtail's that pages show."""

from datetime import datetime, time
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.embeds.models import Embed
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction, Site

from home import models as home
from services import clock
from services.actions.meetings import add_meeting, cancel_meeting
from services.codes import Audience
from services.fields import LocalizedText
from services.models import (
    Area,
    ContactPerson,
    Entry,
    EntryChannel,
    Meeting,
    Municipality,
    OrganisationChannel,
    PartnerLink,
    Theme,
)
from services.notify import gathering
from tests.factories import (
    TODAY,
    Tree,
    add_rule,
    make_entry,
    make_organisation,
    make_second_language,
    make_village,
)

OFFICE_HOURS = "Mo-Fr 09:00-16:00"
ALL_WEEK = "Mo-Sa 10:00-24:00; Su 00:00-24:00"


def make_world(site: Tree) -> None:
    """Fill a site. The rows made last of each model are those that nothing needs."""
    picture = get_image_model().objects.create(title="Talo", file=get_test_image_file())
    picture.get_rendition("fill-40x40")
    get_document_model().objects.create(title="Esite", file=ContentFile(b"x", name="esite.txt"))
    Embed.objects.create(url="https://video.example/1", hash="1", type="video", html="<p></p>")
    _change_meetings(_make_entries())
    _make_pages(site.fronts["fi"])
    _make_codes()
    _make_texts()


@gathering()
def _make_entries() -> Entry:
    organisation = make_organisation(
        with_access=True,
        channels=[OrganisationChannel(kind="phone", value="06 123 4567", opening_hours=ALL_WEEK)],
        contacts=[ContactPerson(name="Kaisa Kuvitteellinen", municipalities=["598"])],
    )
    given: dict[str, Any] = {
        "organisation": organisation,
        "themes": ["sleep"],
        "audiences": [Audience.FAMILIES, Audience.PROFESSIONALS],
    }
    number = EntryChannel(kind="phone", value="050 123 4567", opening_hours=OFFICE_HOURS)
    service = make_entry(channels=[number], **given)
    make_second_language(service, "Familjerådgivningen", "sv")
    make_entry("support_form", title="Tukiperhe", **given)
    make_entry("meeting_place", title="Kahvila", opening_hours=OFFICE_HOURS, **given)
    make_entry("meeting_place", title="Tupa", opening_hours=ALL_WEEK, **given)
    group = make_entry("peer_group", title="Ryhmä", **given)
    partner = make_organisation("MLL")
    PartnerLink.objects.create(entry=group, organisation=partner)
    add_rule(group, first=TODAY, start=time(9, 30))
    return group


def _change_meetings(group: Entry) -> None:
    add_meeting(
        translation_key=group.translation_key,
        starts_at=datetime.combine(TODAY, time(17, 30), clock.LOCAL_ZONE),
        minutes=90,
        reason=LocalizedText(),
    )
    added = Meeting.objects.filter(translation_key=group.translation_key).latest("starts_at")
    cancel_meeting(meeting=added, reason=LocalizedText(fi="Sairaus"))


def _make_pages(front: Page) -> None:
    for index, model, facts in (
        (home.ArticleIndexPage, home.ArticlePage, {"show_in_menus": True}),
        (home.LifeSituationIndexPage, home.LifeSituationPage, {"themes": ["sleep"]}),
        (home.MunicipalityIndexPage, home.MunicipalityPage, {"municipality_id": "598"}),
        (home.ServicePathIndexPage, home.ServicePathPage, {}),
    ):
        parent = _add(front, index, {})
        _add(parent, model, facts)
    for audience in (Audience.FAMILIES, Audience.PROFESSIONALS):
        _add(front, home.DoorPage, {"audience": audience})


def _add(parent: Page, model: type[Page], facts: dict[str, Any]) -> Page:
    title = f"{model.__name__} {len(parent.get_children())}"
    page = model(title=title, locale=parent.locale, **facts)
    return parent.add_child(instance=page)


def _make_codes() -> None:
    make_village()
    for model in (Area, Municipality, Theme):
        model.objects.create(code="zzz", label={"fi": "Ei missään", "sv": "Ingenstans"})


def _make_texts() -> None:
    texts = home.SiteTexts.for_site(Site.objects.get())
    texts.save()
    for number, hours in (("112", ""), ("116 111", ALL_WEEK)):
        home.HelpNumber.objects.create(
            site_texts=texts, number=number, label={"fi": "Puhelin"}, opening_hours=hours
        )
    PageViewRestriction.objects.create(page=Page.objects.last(), restriction_type="login")
