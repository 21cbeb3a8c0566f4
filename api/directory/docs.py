"""The description of the API: for machines as JSON, for people as a page."""

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override
from django.views.decorators.http import require_safe

from api.directory.openapi import openapi
from api.problems import caller_language
from home.navigation import site_frame

AN_HOUR: Final = "public, max-age=3600"


@dataclass(frozen=True)
class Row:
    """A parameter or a field: its name, what it holds, and what that means."""

    name: str
    holds: str
    description: SafeString
    required: bool = False


@dataclass(frozen=True)
class Operation:
    """An address that can be read, as people are shown it."""

    name: str
    path: str
    summary: str
    description: SafeString
    parameters: list[Row]
    schema: str
    statuses: str
    example: str


@dataclass(frozen=True)
class Shape:
    """What an answer, or a part of one, is made of."""

    name: str
    description: str
    fields: list[Row]


@require_safe
def description(request: HttpRequest) -> HttpResponse:
    """Answer with the description in OpenAPI."""
    response = JsonResponse(openapi(), json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = AN_HOUR
    return response


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """Show the description; its frame in the reader's language."""
    schema = openapi()
    language = caller_language(request)
    with override(language):
        context = {
            "introduction": _marked(schema["info"]["description"]),
            "operations": [_operation(path, each["get"]) for path, each in schema["paths"].items()],
            "shapes": [_shape(name, each) for name, each in _objects(schema)],
            "frame": site_frame(request),
            "site_languages": settings.LANGUAGES,
        }
        response = render(request, "api/directory.html", context)
    response["Content-Language"] = language
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _operation(path: str, operation: dict[str, Any]) -> Operation:
    content = operation["responses"]["200"]["content"]["application/json"]
    return Operation(
        name=operation["operationId"],
        path=path,
        summary=operation["summary"],
        description=_marked(operation["description"]),
        parameters=[_parameter(each) for each in operation["parameters"]],
        schema=_holds(content["schema"]),
        statuses=", ".join(operation["responses"]),
        example=json.dumps(content["example"], ensure_ascii=False, indent=2),
    )


def _parameter(each: dict[str, Any]) -> Row:
    meaning = _marked(each["description"])
    return Row(each["name"], _holds(each["schema"]), meaning, each["required"])


def _objects(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    parts = schema["components"]["schemas"].items()
    return sorted((name, part) for name, part in parts if "properties" in part)


def _shape(name: str, schema: dict[str, Any]) -> Shape:
    fields = schema["properties"].items()
    rows = [
        Row(field, _holds(part), _marked(part.get("description", ""))) for field, part in fields
    ]
    return Shape(name, schema.get("description", ""), rows)


def _marked(text: str) -> SafeString:
    """Mark what stands between backticks as code."""
    return mark_safe(re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text)))  # noqa: S308


def _holds(schema: dict[str, Any]) -> str:
    """Say in a few words what a value is."""
    if "$ref" in schema:
        name = str(schema["$ref"].rpartition("/")[2])
        named = openapi()["components"]["schemas"][name]
        return name if "properties" in named else _holds(named)
    if "anyOf" in schema and "type" not in schema:
        return " | ".join(_holds(part) for part in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(schema["enum"])
    if schema.get("type") == "array":
        return f"{_holds(schema['items'])} …"
    return str(schema.get("format") or schema.get("const") or schema.get("type", "object"))
