"""Values of `intake.fields` in the reader's words."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from intake.fields import is_channel
from intake.ptv.texts import shorten
from services import phones
from services.codes import ChannelKind
from services.fields import CodeListField, LocalizedText
from services.models import Municipality
from services.models.bilingual import BilingualPage

LONGEST: Final = 200

Wording = Callable[[BilingualPage, str, Any], Iterator[str]]


def in_words(page: BilingualPage, name: str, value: Any) -> str:
    """Return what a page says, or could say, by a name, as a short text; "" for nothing."""
    if not value:
        return ""
    words = _channel(value) if is_channel(name) else WORDS.get(name, _column)(page, name, value)
    return shorten(" ".join(word for word in words if word), LONGEST)


def _channel(value: dict[str, Any]) -> Iterator[str]:
    yield str(ChannelKind(value["kind"]).label)
    yield phones.display(value["value"]) if value["kind"] == "phone" else value["value"]
    yield LocalizedText(value["label"]).text()
    yield LocalizedText(value["note"]).text()
    yield value["opening_hours"]


def _place(page: BilingualPage, name: str, value: dict[str, Any]) -> Iterator[str]:
    yield LocalizedText(value.get("place_name") or {}).text()
    yield LocalizedText(value.get("street") or {}).text()
    yield value.get("postcode") or ""
    yield from _towns([value["place_municipality"]] if value.get("place_municipality") else [])


def _municipalities(page: BilingualPage, name: str, value: dict[str, Any]) -> Iterator[str]:
    if value["whole_region"]:
        yield _("the whole region")
    yield ", ".join(_towns(value["municipalities"]))


def _towns(codes: list[str]) -> Iterator[str]:
    known = Municipality.objects.in_bulk(codes)
    yield from (str(known.get(code, code)) for code in codes)


def _column(page: BilingualPage, name: str, value: Any) -> Iterator[str]:
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        yield from (strip_tags(block["value"]) for block in value)
    elif isinstance(field, CodeListField):
        labels = dict(field.codes() if callable(field.codes) else field.codes)
        yield ", ".join(str(labels.get(code, code)) for code in value)
    elif isinstance(field, models.CharField) and field.choices:
        yield str(dict(field.flatchoices).get(value, value))
    else:
        yield str(value)


WORDS: Final[dict[str, Wording]] = {"place": _place, "municipalities": _municipalities}
