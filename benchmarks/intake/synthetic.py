"""Writes a catalogue of invented services in PTV's shape: `python benchmarks/intake/synthetic.py
FOLDER SERVICES`. Everything in it is made up from a few words; the same at every run.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

Raw = dict[str, Any]
PER_FILE = 500
SERVICES_OF_AN_ORGANISATION = 50
TOWNS = [("598", "Pietarsaari", "Jakobstad"), ("440", "Luoto", "Larsmo")]
HELP = [
    ("neuvonta", "rådgivning"),
    ("ryhmä", "grupp"),
    ("kerho", "klubb"),
    ("tuki", "stöd"),
    ("kurssi", "kurs"),
    ("vastaanotto", "mottagning"),
]
ABOUT = [
    ("Perhe", "Familje"),
    ("Vauva", "Baby"),
    ("Nuoriso", "Ungdoms"),
    ("Vanhempain", "Föräldra"),
    ("Ero", "Separations"),
    ("Koulu", "Skol"),
    ("Uni", "Sömn"),
    ("Isä", "Pappa"),
]
CLASSES = ["P3.7", "P3.4", "P5.2", "P6.2", "P28.1", "P25.5", "P3.5", "P2.1"]
SENTENCES = [
    ("Saat apua arjen pulmiin ilman lähetettä.", "Du får hjälp i vardagen utan remiss."),
    ("Voit tulla yksin tai koko perheen kanssa.", "Du kan komma ensam eller med familjen."),
    ("Työntekijämme kuuntelee ja auttaa eteenpäin.", "Vår personal lyssnar och hjälper vidare."),
    ("Varaa aika puhelimitse arkisin.", "Boka tid per telefon på vardagar."),
]


def both(fi: str, sv: str, **extra: Any) -> list[Raw]:
    """Return a text in both languages."""
    return [
        {"language": "fi", "value": fi, **extra},
        {"language": "sv", "value": sv, **extra},
    ]


def write_catalogue(folder: Path, count: int) -> None:
    """Write the files of so many services, their channels and organisations."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(20261124)  # noqa: S311
    organisations = [_organisation(n) for n in range(-(-count // SERVICES_OF_AN_ORGANISATION))]
    _write(folder, "organisations", iter(organisations))
    _write(folder, "channels", (row for n in range(count) for row in _channels(n, chance)))
    _write(folder, "services", (_service(n, chance) for n in range(count)))


def _write(folder: Path, name: str, records: Iterator[Raw]) -> None:
    number = 0
    while batch := [record for _n, record in zip(range(PER_FILE), records, strict=False)]:
        number += 1
        envelope = {"pageNumber": number, "pageSize": PER_FILE, "itemList": batch}
        path = folder / f"{name}-{number:03}.json"
        path.write_text(json.dumps(envelope, ensure_ascii=False), encoding="utf-8")


def _id(kind: int, number: int) -> str:
    return str(UUID(int=(kind << 64) + number + 1))


def _town(number: int) -> Raw:
    code, fi, sv = TOWNS[number % len(TOWNS)]
    return {"code": code, "name": both(fi, sv)}


def _organisation(number: int) -> Raw:
    return {
        "id": _id(1, number),
        "organizationType": "Organization",
        "municipality": _town(number),
        "organizationNames": both(
            f"Esimerkkiyhdistys {number}", f"Exempelföreningen {number}", type="Name"
        ),
        "organizationDescriptions": both(*SENTENCES[number % 4], type="Description"),
        "phoneNumbers": [{"prefixNumber": "+358", "number": f"6555{number:04}", "language": "fi"}],
        "publishingStatus": "Published",
    }


def _service(number: int, chance: random.Random) -> Raw:
    (about_fi, about_sv), (help_fi, help_sv) = chance.choice(ABOUT), chance.choice(HELP)
    texts = [chance.choice(SENTENCES) for _sentence in range(6)]
    long = " ".join(fi for fi, _sv in texts), " ".join(sv for _fi, sv in texts)
    return {
        "id": _id(2, number),
        "type": "Service",
        "serviceNames": both(
            f"{about_fi}{help_fi} {number}", f"{about_sv}{help_sv} {number}", type="Name"
        ),
        "serviceChargeType": chance.choice(["FreeOfCharge", "Chargeable", None]),
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "municipalities": [_town(number)]}],
        "serviceDescriptions": [
            *both(*texts[0], type="Summary"),
            *both(*(f"{text}\n\n* {text}\n* {text}" for text in long), type="Description"),
            *both(*long, type="UserInstruction"),
        ],
        "languages": ["fi", "sv"],
        "serviceClasses": [{"code": chance.choice(CLASSES)}],
        "targetGroups": [{"code": "KR1.2"}],
        "requirements": both(*texts[1]),
        "organizations": [
            {
                "roleType": "Responsible",
                "organization": {"id": _id(1, number // SERVICES_OF_AN_ORGANISATION)},
            }
        ],
        "serviceChannels": [
            {"serviceChannel": {"id": _id(kind, number), "name": ""}} for kind in (3, 4, 5)
        ],
        "publishingStatus": "Published",
    }


def _channels(number: int, chance: random.Random) -> Iterator[Raw]:
    common = {"publishingStatus": "Published", "languages": ["fi", "sv"]}
    hours = [{"serviceHourType": "DaysOfTheWeek", "openingHour": _week(chance)}]
    yield {
        **common,
        "id": _id(3, number),
        "serviceChannelType": "Phone",
        "serviceChannelNames": both("Ajanvaraus", "Tidsbokning", type="Name"),
        "serviceHours": hours,
        "phoneNumbers": [
            {"prefixNumber": "+358", "number": f"65551{number:05}", "language": language}
            for language in ("fi", "sv")
        ],
    }
    yield {
        **common,
        "id": _id(4, number),
        "serviceChannelType": "WebPage",
        "serviceChannelNames": both("Verkkosivut", "Webbplats", type="Name"),
        "webPages": [
            {"url": f"https://example.org/{language}/{number}", "language": language}
            for language in ("fi", "sv")
        ],
    }
    yield {
        **common,
        "id": _id(5, number),
        "serviceChannelType": "ServiceLocation",
        "serviceChannelNames": both(f"Talo {number % 300}", f"Huset {number % 300}", type="Name"),
        "serviceHours": hours,
        "addresses": [
            {
                "type": "Location",
                "subType": "Single",
                "streetAddress": {
                    "street": both("Esimerkkikatu", "Exempelgatan"),
                    "streetNumber": str(number % 90 + 1),
                    "postalCode": "68600",
                    "municipality": _town(number),
                    "latitude": str(7_065_000 + chance.randrange(20_000)),
                    "longitude": str(288_000 + chance.randrange(20_000)),
                },
            }
        ],
    }


def _week(chance: random.Random) -> list[Raw]:
    opens = f"{chance.randrange(8, 11):02}:00:00"
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
    return [{"dayFrom": day, "dayTo": "", "from": opens, "to": "16:00:00"} for day in days]


if __name__ == "__main__":
    write_catalogue(Path(sys.argv[1]), int(sys.argv[2]))
