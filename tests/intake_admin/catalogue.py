"""Records in the shape of the national service catalogue: one organisation, service, channel."""

from typing import Any, Final

ORGANISATION_ID: Final = "0f9c2a51-1f0a-4d53-9a5e-0a3f6b9d7c01"
SERVICE_ID: Final = "1b7e4d22-6c35-4e0f-8d84-5c2e9f1a6b02"
OTHER_SERVICE_ID: Final = "1b7e4d22-6c35-4e0f-8d84-5c2e9f1a6b99"
CHANNEL_ID: Final = "2c8f5e33-7d46-4f10-9e95-6d3f0a2b7c03"
PHONE: Final = "65550101"
JAKOBSTAD: Final = {
    "code": "598",
    "name": [
        {"language": "fi", "value": "Pietarsaari"},
        {"language": "sv", "value": "Jakobstad"},
    ],
}


def catalogue(
    organisation: str,
    *,
    phone: str = PHONE,
    service: str = "Neuvola",
    service_id: str = SERVICE_ID,
) -> list[dict[str, Any]]:
    """A list of all three, as a file may hold them; the number is without its country code."""
    return [_organisation(organisation), _service(service, service_id), _channel(phone)]


def _words(fi: str, sv: str, kind: str) -> list[dict[str, str]]:
    return [
        {"language": "fi", "value": fi, "type": kind},
        {"language": "sv", "value": sv, "type": kind},
    ]


def _organisation(title: str) -> dict[str, Any]:
    return {
        "id": ORGANISATION_ID,
        "organizationType": "Municipality",
        "municipality": JAKOBSTAD,
        "organizationNames": _words(title, title, "Name"),
        "organizationDescriptions": _words("Kaupunki.", "Staden.", "Summary"),
        "publishingStatus": "Published",
    }


def _service(title: str, service_id: str) -> dict[str, Any]:
    return {
        "id": service_id,
        "type": "Service",
        "serviceNames": _words(title, f"{title} på svenska", "Name"),
        "serviceDescriptions": [
            *_words("Apua vauvaperheille.", "Hjälp för babyfamiljer.", "Summary"),
            *_words("Terveydenhoitaja tapaa perheen.", "Hälsovårdaren träffar.", "Description"),
        ],
        "languages": ["fi", "sv"],
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [JAKOBSTAD]}],
        "targetGroups": [],
        "serviceClasses": [],
        "lifeEvents": [],
        "organizations": [
            {"roleType": "Responsible", "organization": {"id": ORGANISATION_ID, "name": "?"}}
        ],
        "serviceChannels": [{"serviceChannel": {"id": CHANNEL_ID, "name": "Neuvonta"}}],
        "publishingStatus": "Published",
    }


def _channel(phone: str) -> dict[str, Any]:
    return {
        "id": CHANNEL_ID,
        "serviceChannelType": "Phone",
        "organizationId": ORGANISATION_ID,
        "serviceChannelNames": _words("Neuvonta", "Rådgivning", "Name"),
        "serviceChannelDescriptions": _words("Soita.", "Ring.", "Summary"),
        "phoneNumbers": [
            {"language": language, "prefixNumber": "+358", "number": phone, "type": "Phone"}
            for language in ("fi", "sv")
        ],
        "languages": ["fi", "sv"],
        "publishingStatus": "Published",
    }
