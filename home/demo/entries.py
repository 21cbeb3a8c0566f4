"""Entries: in the languages they have, under their organisation."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from home.demo import contacts
from home.demo.keys import key_of
from home.demo.pictures import Pictures
from home.demo.record import Record
from home.demo.schedules import put_changes, schedule_rules
from home.demo.shelf import Shelf
from home.demo.texts import body
from services.codes import Audience, Cost, GroupType, Kind, LifeStage, PlaceSource, ServiceLanguage
from services.models import (
    Entry,
    EntryChannel,
    MeetingPlacePage,
    OrganisationPage,
    PartnerLink,
    PeerGroupPage,
    ServicePage,
    SupportFormPage,
    Theme,
)
from services.notify import keys_changed

PAGES: dict[str, type[Entry]] = {
    Kind.SERVICE: ServicePage,
    Kind.SUPPORT_FORM: SupportFormPage,
    Kind.PEER_GROUP: PeerGroupPage,
    Kind.MEETING_PLACE: MeetingPlacePage,
}


class EntryLoader:
    """Puts entries; knows the organisations and meeting places that they point at."""

    def __init__(
        self,
        shelf: Shelf,
        organisations: dict[str, OrganisationPage],
        pictures: Pictures,
        today: date,
    ) -> None:
        self.shelf = shelf
        self.organisations = organisations
        self.pictures = pictures
        self.today = today
        self.meeting_places: dict[str, Entry] = {}

    def put(self, entry: Record, organisation: OrganisationPage) -> None:
        """Put an entry into the languages that it has."""
        code, key = entry.need("code", str), key_of("entries", entry.need("code", str))
        put_changes(entry, key, self.today)
        parents = self.shelf.versions(OrganisationPage, organisation.translation_key)
        pages = self.shelf.put(key, entry, parents, self._maker(entry))
        if entry.parts("schedule") and key not in self.shelf.written:
            # Meetings reach some months ahead of today, and changes stand outside the page.
            keys_changed([key])
        if entry.text("kind") == Kind.MEETING_PLACE:
            self.meeting_places[code] = pages[0]

    def _maker(self, entry: Record) -> Callable[[str], Entry]:
        page_class = PAGES[entry.code("kind", PAGES)]
        facts = self._facts(entry)
        return lambda language: page_class(
            **_texts(entry, language), **facts, **self._children(entry)
        )

    def _facts(self, entry: Record) -> dict[str, Any]:
        confirmed = self.today - timedelta(days=entry.need("confirmed_days_ago", int))
        facts = {
            "municipalities": contacts.municipalities(entry),
            "whole_region": entry.get("whole_region", bool, default=False),
            "audiences": entry.codes("audiences", Audience.values),
            "life_stages": entry.codes("life_stages", LifeStage.values),
            "themes": entry.codes("themes", Theme.objects.values_list("code", flat=True)),
            "languages": entry.codes("languages", ServiceLanguage.values),
            "interpreter": entry.get("interpreter", bool, default=False),
            "cost": entry.code("cost", Cost.values),
            "low_threshold": entry.get("low_threshold", bool, default=False),
            "uses_organisation_channels": entry.get(
                "use_organisation_channels", bool, default=True
            ),
            "opening_hours": entry.text("hours"),
            "image": self.pictures.for_record(entry),
            "last_confirmed_on": confirmed,
            **self._place(entry),
        }
        if entry.text("kind") == Kind.PEER_GROUP:
            facts["group_type"] = entry.code("group_type", GroupType.values)
            facts["capacity"] = entry.get("capacity", int, 0) or None
        return facts

    def _place(self, entry: Record) -> dict[str, Any]:
        where = entry.need("place", str)
        if where in {PlaceSource.ORGANISATION, PlaceSource.NONE}:
            return {"place_source": where}
        if where == PlaceSource.OWN:
            own = entry.part("own_place")
            of_place = own.text("hours") if own else ""
            hours = entry.text("hours") or of_place
            return {"place_source": where, "opening_hours": hours, **contacts.place(own)}
        if where not in self.meeting_places:
            raise entry.error("place", f"there is no meeting place {where!r}")
        return {
            "place_source": PlaceSource.MEETING_PLACE,
            "held_at": self.meeting_places[where],
        }

    def _children(self, entry: Record) -> dict[str, Any]:
        partners = entry.codes("partners", self.organisations)
        return {
            "channels": contacts.channels(entry, EntryChannel),
            "schedule_rules": schedule_rules(entry, self.today),
            "partner_links": [
                PartnerLink(sort_order=order, organisation=self.organisations[partner])
                for order, partner in enumerate(partners)
            ],
        }


def _texts(entry: Record, language: str) -> dict[str, Any]:
    names = ("summary", "easy_text", "cost_text", "registration", "keywords")
    image = entry.part("image")
    return {
        **{name: entry.text_in(name, language) for name in names},
        "body": body(entry, language),
        "image_alt": image.text_in("alt", language) if image else "",
    }
