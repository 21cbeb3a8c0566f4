"""An entry of every kind of fact, to see that answers have all of them."""

from datetime import date, time
from typing import Any

from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from services.models import (
    ContactPerson,
    Entry,
    EntryChannel,
    OrganisationChannel,
    OrganisationPage,
    PartnerLink,
)
from tests.factories import add_rule, make_entry, make_organisation, make_second_language

BODY = [
    {"type": "heading", "value": "Näin tulet mukaan"},
    {"type": "text", "value": "<p>Tule <b>sellaisena</b> kuin olet.</p><ul><li>Kahvia</li></ul>"},
    {"type": "note", "value": "Suljettu heinäkuussa <ja juhannuksena>"},
]
HOURS = "Mo-Fr 09:00-15:00"


def rich_organisation(title: str = "Folkhälsan", **fields: Any) -> OrganisationPage:
    """An organisation with channels, address, contact persons."""
    page = make_organisation(
        title,
        **{
            "summary": "Yhdistys",
            "street": {"fi": "Koulukatu 12", "sv": "Skolgatan 12"},
            "postcode": "68600",
            "place_municipality_id": "598",
            "opening_hours": HOURS,
            "website": "https://folkhalsan.example/",
            **fields,
        },
    )
    page.channels.add(
        OrganisationChannel(
            kind="phone", value="+358 6 555 0101", label={"fi": "Vaihde"}, opening_hours=HOURS
        )
    )
    page.contacts.add(
        ContactPerson(name="Aino Avoin", role={"fi": "Perhetyö", "sv": "Familjearbete"}),
        ContactPerson(name="Salla Salainen", professionals_only=True),
    )
    page.save_revision().publish()
    return OrganisationPage.objects.get(pk=page.pk)


def rich_group() -> tuple[Entry, Entry]:
    """A group at a meeting place, in Finnish and Swedish, with meetings, partner, picture."""
    home, partner = rich_organisation(), make_organisation("Seurakunta", sector="parish")
    place = make_entry(
        "meeting_place",
        organisation=partner,
        title="Tupa",
        place_source="own",
        street={"fi": "Tupakuja 1"},
        latitude=63.67,
        longitude=22.7,
    )
    finnish = make_entry(
        "peer_group",
        organisation=home,
        title="Vertaisryhmä",
        body=BODY,
        easy_text="Ryhmä vanhemmille.",
        place_source="meeting_place",
        held_at=place,
        themes=["sleep"],
        audiences=["families"],
        life_stages=["baby"],
        languages=["fi", "sv"],
        interpreter=True,
        cost="small_fee",
        cost_text="2 euroa",
        registration="Soita ensin",
        low_threshold=True,
        capacity=12,
        keywords="uni, valvominen",
        last_confirmed_on=date(2026, 11, 1),
        responsible_person="Sisäinen Henkilö",
        image=Image.objects.create(title="Kuva", file=get_test_image_file(size=(1600, 900))),
        image_alt="Lapsia leikkimässä",
    )
    finnish.channels.add(
        EntryChannel(kind="chat", value="https://chat.example/", note={"sv": "Skriv bara"})
    )
    finnish.partner_links.add(PartnerLink(organisation=partner))
    add_rule(finnish, first=date(2026, 11, 26), start=time(17, 30), rule="FREQ=WEEKLY;BYDAY=TH")
    swedish = make_second_language(
        finnish, "Kamratstödsgrupp", "sv", image_alt="Barn som leker", easy_text=""
    )
    return Entry.objects.get(pk=finnish.pk).specific, swedish
