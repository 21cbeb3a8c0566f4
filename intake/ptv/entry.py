"""A service of the catalogue as an entry."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from intake.importing.wanted import Values, Wanted
from intake.ptv.channels import ChannelRows, add_channel
from intake.ptv.hours import notation
from intake.ptv.languages import kept
from intake.ptv.mapping import CodeTable
from intake.ptv.places import own_place
from intake.ptv.records import Address, Channel, Charge, Hours, Municipality, Service
from intake.ptv.texts import body, plain, shorten
from services.codes import Cost, ServiceLanguage

TITLE, LINE = 255, 200
COSTS: dict[Charge, str] = {"free": Cost.FREE.value, "charged": Cost.PRICED.value}


@dataclass(frozen=True)
class UsedChannel:
    """A channel as one service uses it."""

    channel: Channel
    hours: tuple[Hours, ...]


def entry(
    service: Service,
    channels: Sequence[UsedChannel],
    table: CodeTable,
    *,
    missing: dict[str, str],
    file: str,
) -> Wanted:
    """Return what a service is to be here."""
    meaning = table.meaning(service.codes)
    rows, where = _rows(channels)
    lists = {
        "themes": meaning.themes,
        "life_stages": meaning.life_stages,
        "audiences": meaning.audiences,
        "languages": [code for code in service.languages if code in ServiceLanguage.values],
    }
    known = [*service.serves.municipalities, *_municipalities(channels)]
    languages = kept(service.names)
    return Wanted(
        external_id=service.id,
        file=file,
        kind=meaning.kind,
        organisation=service.organisation,
        texts={language: _texts(service, language) for language in languages},
        facts={
            "municipalities": _served(service),
            **{name: codes for name, codes in lists.items() if codes},
            **({"cost": COSTS[service.charge]} if service.charge in COSTS else {}),
            **where,
            **rows.rows,
        },
        municipalities={row.code: row.names for row in known},
        missing=missing,
        other_languages=tuple(code for code in service.names if code not in languages),
        remarks=tuple(rows.remarks),
    )


def _texts(service: Service, language: str) -> Values:
    title = shorten(service.names[language], TITLE)
    summary = service.summary.get(language) or service.description.get(language) or title
    costs = plain(service.charge_info.get(language, ""))
    with override(language):
        blocks = body(service.id, _parts(service, language, costs))
    texts = {
        "title": title,
        "summary": shorten(summary, LINE),
        "body": blocks,
        "cost_text": costs if len(costs) <= LINE else "",
    }
    return {name: value for name, value in texts.items() if value}


def _parts(service: Service, language: str, costs: str) -> Iterator[tuple[str, str, str]]:
    yield "description", "", service.description.get(language, "")
    yield "instructions", _("How to use the service"), service.instructions.get(language, "")
    yield "requirements", _("Who can get it"), service.requirements.get(language, "")
    if len(costs) > LINE:
        yield "costs", _("What it costs"), service.charge_info[language]
    yield "deadline", _("When to apply"), service.deadline.get(language, "")
    yield "processing", _("How long it takes"), service.processing_time.get(language, "")
    yield "validity", _("How long it is valid"), service.validity.get(language, "")


def _served(service: Service) -> Values:
    """Where nothing is said, it is for everybody."""
    codes = sorted(row.code for row in service.serves.municipalities)
    nationwide = service.serves.nationwide or not codes
    return {"municipalities": [] if nationwide else codes, "whole_region": nationwide}


def _rows(channels: Iterable[UsedChannel]) -> tuple[ChannelRows, dict[str, Any]]:
    """Return the channels' rows, and the first location as the entry's own place."""
    rows = ChannelRows()
    where: dict[str, Any] = {}
    for used in channels:
        add_channel(rows, used.channel, used.hours)
        for address in used.channel.addresses:
            if where:
                rows.add_visit(address, used.channel, used.hours)
                continue
            where["place"] = own_place(address, used.channel.names)
            if used.hours:
                where["opening_hours"] = notation(used.hours)
    return rows, where


def _municipalities(channels: Iterable[UsedChannel]) -> list[Municipality]:
    addresses: list[Address] = [row for used in channels for row in used.channel.addresses]
    return [row.municipality for row in addresses if row.municipality]
