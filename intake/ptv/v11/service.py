"""Services of the wire format."""

from django.utils.translation import gettext as _

from intake.ptv.records import ChannelUse, Charge, RecordError, Service
from intake.ptv.v11 import contact
from intake.ptv.v11.hours import hours
from intake.ptv.v11.reading import (
    Raw,
    identity,
    is_published,
    names,
    part,
    rows,
    strings,
    text,
    texts,
)

CHARGES: dict[str, Charge] = {
    "FreeOfCharge": "free",
    "Free": "free",
    "Chargeable": "charged",
    "Charged": "charged",
    "Other": "other",
}
CODE_LISTS = {
    "service_class": "serviceClasses",
    "target_group": "targetGroups",
    "life_event": "lifeEvents",
}


def service(raw: Raw) -> Service:
    """Read a service."""
    descriptions = "serviceDescriptions"
    return Service(
        id=identity(raw),
        organisation=_responsible(raw),
        names=names(raw, "serviceNames"),
        summary=texts(raw, descriptions, "Summary", "ShortDescription"),
        description=texts(raw, descriptions, "Description"),
        instructions=texts(raw, descriptions, "UserInstruction", "ServiceUserInstruction"),
        requirements=texts(raw, "requirements"),
        charge=CHARGES.get(text(raw, "serviceChargeType"), ""),
        charge_info=texts(raw, descriptions, "ChargeTypeAdditionalInfo"),
        deadline=texts(raw, descriptions, "DeadLine", "DeadLineAdditionalInfo"),
        processing_time=texts(raw, descriptions, "ProcessingTime", "ProcessingTimeAdditionalInfo"),
        validity=texts(raw, descriptions, "ValidityTime", "ValidityTimeAdditionalInfo"),
        serves=contact.serves(raw),
        languages=strings(raw, "languages"),
        codes={name: _codes(raw, key) for name, key in CODE_LISTS.items()},
        channels=tuple(_use(row) for row in rows(raw, "serviceChannels")),
        is_published=is_published(raw),
    )


def _responsible(raw: Raw) -> str:
    for row in rows(raw, "organizations"):
        if row.get("roleType") == "Responsible":
            return identity(part(row, "organization"))
    raise RecordError(_("No responsible organisation is named."))


def _codes(raw: Raw, key: str) -> tuple[str, ...]:
    return tuple(code for code in (text(row, "code") for row in rows(raw, key)) if code)


def _use(row: Raw) -> ChannelUse:
    channel = part(row, "serviceChannel")
    return ChannelUse(identity(channel), text(channel, "name"), hours(row))
