"""What there is in one municipality: places, groups, services, people."""

from typing import Any

from home.models import MunicipalityPage
from services import clock
from services.models.contact import ContactPerson
from services.selectors.listing import entries_by_kind, serves
from services.selectors.meetings import meeting_days

DAYS_SHOWN = 7
MEETINGS_OF_A_DAY = 4


def municipality_context(page: MunicipalityPage) -> dict[str, Any]:
    """Return the municipality's entries, the week's meetings and contact persons."""
    code = page.municipality_id
    days = meeting_days(clock.today(), DAYS_SHOWN, code, limit=MEETINGS_OF_A_DAY)
    return {
        "kinds": entries_by_kind(serves(code), limit=9),
        "days": [day for day in days if day.lines],
        "contacts": _contacts(code),
    }


def _contacts(municipality: str) -> list[ContactPerson]:
    """Return the persons to turn to; facts are the same on the organisation's every language."""
    rows = ContactPerson.objects.filter(
        organisation__live=True,
        organisation__alias_of=None,
        municipalities__has=municipality,
        professionals_only=False,
    )
    return list({(row.name, row.phone, row.email): row for row in rows}.values())
