"""What a door opens to: an audience's situations, who answers now, and what there is."""

from typing import Any

from django.db.models import Q

from home.models import DoorPage, ServicePathPage
from home.selectors.situations import life_situations
from services.codes import Audience
from services.models.contact import ContactPerson
from services.selectors.answering import answering
from services.selectors.listing import entries_by_kind
from services.selectors.pages import PageLink, live_versions, page_links

SHOWN_OF_EACH_KIND = 6


def door_context(page: DoorPage) -> dict[str, Any]:
    """Return the door's context; professionals also find paths and contact persons."""
    context: dict[str, Any] = {
        "situations": life_situations(page.audience),
        "answering": answering(audience=page.audience, later=4),
        "kinds": entries_by_kind(Q(audiences__has=page.audience), limit=SHOWN_OF_EACH_KIND),
    }
    if page.audience == Audience.PROFESSIONALS:
        context |= {"paths": _paths(), "contacts": _contacts()}
    return context


def _paths() -> list[PageLink]:
    return page_links(live_versions(ServicePathPage).defer("body", "steps").order_by("path"))


def _contacts() -> list[ContactPerson]:
    """Return all contact persons, each once: facts stand on the organisation's every language."""
    rows = ContactPerson.objects.filter(
        organisation__live=True, organisation__alias_of=None
    ).select_related("organisation")
    return list({(row.name, row.phone, row.email): row for row in rows}.values())
