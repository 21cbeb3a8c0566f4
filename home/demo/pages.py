"""The pages around the directory: doors, life situations, municipalities, paths, articles."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from wagtail.models import Page

from home.demo.keys import key_of
from home.demo.record import Record
from home.demo.shelf import Shelf
from home.demo.texts import body
from home.models import (
    ArticlePage,
    DoorPage,
    LifeSituationPage,
    MunicipalityPage,
    ServicePathPage,
)
from home.models.life_situation import Tone
from home.models.service_path import LEVELS
from home.models.text_page import TextPage
from services.codes import Audience
from services.models import Municipality, Theme
from services.models.code import ICONS


def put_pages(shelf: Shelf, kind: str, records: list[Record], parents: Mapping[str, Page]) -> None:
    """Put all pages of a kind under their section (or, doors, under the front page)."""
    for record in records:
        shelf.put(key_of(kind, record.need("code", str)), record, parents, MAKERS[kind](record))


def _door(record: Record) -> Callable[[str], TextPage]:
    audience = record.code("code", Audience.values)
    return lambda language: DoorPage(
        **_texts(record, language), audience=audience, intro=record.text_in("intro", language)
    )


def _life_situation(record: Record) -> Callable[[str], TextPage]:
    facts = {
        "themes": _themes(record),
        "audiences": record.codes("audiences", Audience.values),
        "icon": record.code("icon", ICONS),
        "tone": record.code("tone", Tone.values),
        "quick_exit": record.get("quick_exit", bool, default=False),
    }
    return lambda language: LifeSituationPage(
        **_texts(record, language),
        first_steps=record.lines_in("first_steps", language),
        **facts,
    )


def _municipality(record: Record) -> Callable[[str], TextPage]:
    municipality = Municipality.objects.get(
        code=record.code("code", Municipality.objects.values_list("code", flat=True))
    )
    return lambda language: MunicipalityPage(**_texts(record, language), municipality=municipality)


def _service_path(record: Record) -> Callable[[str], TextPage]:
    return lambda language: ServicePathPage(
        **_texts(record, language),
        steps=json.dumps([_step(step, language) for step in record.parts("steps")]),
    )


def _step(step: Record, language: str) -> dict[str, Any]:
    texts = {name: step.text_in(name, language) for name in ("title", "text", "consultation")}
    level = step.code("level", dict(LEVELS))
    return {
        "type": "step",
        "value": {"level": level, **texts},
        "id": str(key_of("block", step.where)),
    }


def _article(record: Record) -> Callable[[str], TextPage]:
    themes = _themes(record)
    in_footer = record.get("in_footer", bool, default=False)
    return lambda language: ArticlePage(
        **_texts(record, language), themes=themes, show_in_menus=in_footer
    )


def _texts(record: Record, language: str) -> dict[str, str]:
    return {
        "slug": record.text_in("slug", language),
        "summary": record.text_in("summary", language),
        "body": body(record, language),
    }


def _themes(record: Record) -> list[str]:
    return record.codes("themes", Theme.objects.values_list("code", flat=True))


MAKERS: dict[str, Callable[[Record], Callable[[str], TextPage]]] = {
    "doors": _door,
    "life_situations": _life_situation,
    "municipalities": _municipality,
    "service_paths": _service_path,
    "articles": _article,
}
