"""The description of the API (OpenAPI 3.1), written from the code and finished here."""

import json
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final

from api.directory.api import api
from api.directory.schemas import Problem
from api.problems import MEDIA_TYPE

ROOT: Final = "/api/directory/"
EXAMPLES: Final = Path(__file__).parent / "examples"
DESCRIPTION: Final = (
    "Services, forms of support, groups, meeting places, the organisations behind them and their "
    "coming meetings. Reading needs no key and sets no cookie. Without `lang` each text comes by "
    "language code; with `lang` it is one string. Errors are problems as RFC 9457 writes them, in "
    "the language of `lang` or Accept-Language."
)
ETAG: Final = {
    "ETag": {"description": "For If-None-Match.", "schema": {"type": "string"}},
}
RETRY_AFTER: Final = {
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}},
}


@lru_cache(maxsize=1)
def openapi() -> dict[str, Any]:
    """Return the description. It names no host, so it is the same everywhere."""
    schema: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=ROOT)))
    schema["info"]["description"] = DESCRIPTION
    schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
    del schema["servers"]
    for path, methods in schema["paths"].items():
        # HEAD is answered as GET is: nobody needs to read that twice.
        del methods["head"]
        _finish(methods["get"], names_one="{" in path)
    return schema


def _finish(operation: dict[str, Any], *, names_one: bool) -> None:
    """Add an example, and what else the operation may answer."""
    for parameter in operation["parameters"]:
        _finish_parameter(parameter)
    answers = operation["responses"]
    example = (EXAMPLES / f"{operation['operationId']}.json").read_text(encoding="utf-8")
    answers["200"]["content"]["application/json"]["example"] = json.loads(example)
    answers["200"]["headers"] = ETAG
    answers["304"] = {"description": "What If-None-Match names is still the answer."}
    for status in (404, 422) if names_one else (422,):
        answers[str(status)] = _problem(status)
    answers["429"] = {**_problem(429), "headers": RETRY_AFTER}


def _finish_parameter(parameter: dict[str, Any]) -> None:
    """Write a parameter as OpenAPI wants it: one example; what is left out is no value."""
    schema = parameter["schema"]
    for examples in (parameter.pop("examples", None), schema.pop("examples", None)):
        if examples:
            parameter["example"] = examples[0]
    alternatives = schema.pop("anyOf", [])
    for alternative in alternatives[:1]:
        schema |= alternative


def _problem(status: int) -> dict[str, Any]:
    return {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
