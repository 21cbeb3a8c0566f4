"""What the permission tests stand on: who is who, whose is what, and how forms are filled in."""

from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client, TestCase
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import Translation

from services.models import Meeting
from services.models.role import OrganisationAccess

ORGANISATIONS: Final = ("club", "town", "parish")
SOURCE: Final = {"club": "fi", "town": "fi", "parish": "sv"}
OTHER: Final = {"fi": "sv", "sv": "fi"}
VISITOR: Final = "visitor"


@dataclass
class World:
    """Finds the region's pages, always fresh from the database."""

    keys: dict[str, UUID] = field(default_factory=dict)

    def page(self, name: str, language: str) -> Any:
        """An organisation ("club"), its group ("club group") or an entry in one language only."""
        return Page.objects.get(
            translation_key=self.keys[name], locale__language_code=language
        ).specific

    def organisation(self, name: str, language: str = "") -> Any:
        return self.page(name, language or SOURCE[name])

    def group(self, name: str, language: str = "") -> Any:
        return self.page(f"{name} group", language or SOURCE[name])

    def lone(self, name: str, language: str) -> Any:
        """An entry that has no other language."""
        return self.page(f"{name} {language}", language)

    def exists(self, name: str) -> bool:
        return Page.objects.filter(translation_key=self.keys[name]).exists()

    def translation(self, name: str) -> Translation:
        """The translation of an organisation's group into its second language."""
        return Translation.objects.get(source__object_id=self.keys[f"{name} group"])

    def access(self, name: str) -> OrganisationAccess:
        return OrganisationAccess.objects.get(pk=self.keys[name])

    def meetings(self, name: str) -> Any:
        return Meeting.objects.filter(translation_key=self.keys[f"{name} group"])

    def client(self, role: str) -> Client:
        """A browser in which somebody of that role is logged in; a visitor is nobody."""
        client = Client()
        if role != VISITOR:
            client.force_login(get_user_model().objects.get(username=role))
        return client


def post(client: Client, url: str, data: Any = None) -> Any:
    """Send a form, and do what a commit would set off."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(url, data or {})


def group_form(title: str, summary: str, **values: Any) -> dict[str, Any]:
    """The editor's form of a peer group."""
    return {
        **page_form("channels", "schedule_rules", "partner_links"),
        "title": title,
        "summary": summary,
        "group_type": "peer",
        "place_source": "none",
        "municipalities": ["598"],
        "cost": "free",
        **values,
    }


def organisation_form(title: str, summary: str, **values: Any) -> dict[str, Any]:
    """The editor's form of an organisation."""
    return {
        **page_form("channels", "contacts"),
        "title": title,
        "summary": summary,
        "sector": "association",
        "whole_region": "on",
        **values,
    }


def page_form(*children: str) -> dict[str, Any]:
    """What every page's form has: an address, a body, and rows of children."""
    rows = {name: inline_formset([]) for name in ("comments", *children)}
    data: dict[str, Any] = nested_form_data({"slug": "an-address", "body": streamfield([]), **rows})
    return data
