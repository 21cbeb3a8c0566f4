"""The codes that answers use, and their words."""

from typing import Final

from django.conf import settings
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.utils.translation import override
from ninja import Query, Router

from api.directory.answering import READ, answer
from api.directory.build.parts import Content
from api.directory.build.texts import words
from api.directory.params import InLanguage
from api.directory.schemas import Codes
from api.directory.showing import in_language
from services import codes
from services.models import Area, Municipality, Theme, Village

router = Router(tags=["codes"])
CLOSED: Final[dict[str, type[TextChoices]]] = {
    "kind": codes.Kind,
    "life_stage": codes.LifeStage,
    "audience": codes.Audience,
    "language": codes.ServiceLanguage,
    "sector": codes.Sector,
    "channel": codes.ChannelKind,
    "group_type": codes.GroupType,
    "cost": codes.Cost,
}


@router.api_operation(
    READ, "/codes", operation_id="list_codes", response=Codes, summary="List codes and their words"
)
def list_codes(request: HttpRequest, question: Query[InLanguage]) -> HttpResponse:
    """Every list of codes, in its usual order. A region adds to the closed ones nothing."""
    return answer(request, question, lambda _now: _in(_all_codes(), question.lang))


def _in(content: Content, language: str | None) -> Content:
    found: Content = in_language(content, language) if language else content
    return found


def _all_codes() -> Content:
    return {
        **{name: _closed(choices) for name, choices in CLOSED.items()},
        "municipality": [
            {
                "code": row.code,
                "label": words(row.label),
                "area": row.area_id,
                "latitude": row.latitude,
                "longitude": row.longitude,
            }
            for row in Municipality.objects.all()
        ],
        "village": [
            {
                "code": row.code,
                "label": words(row.label),
                "municipality": row.municipality_id,
                "latitude": row.latitude,
                "longitude": row.longitude,
            }
            for row in Village.objects.all()
        ],
        "area": [{"code": row.code, "label": words(row.label)} for row in Area.objects.all()],
        "theme": [
            {"code": row.code, "label": words(row.label), "description": words(row.description)}
            for row in Theme.objects.all()
        ],
    }


def _closed(choices: type[TextChoices]) -> list[Content]:
    labels: dict[str, dict[str, str]] = {code: {} for code in choices.values}
    for language, _name in settings.LANGUAGES:
        with override(language):
            for code, label in choices.choices:
                labels[code][language] = str(label)
    return [{"code": code, "label": label} for code, label in labels.items()]
