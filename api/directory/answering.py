"""From a question to an answer's bytes."""

from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from pydantic_core import to_json

from api.directory.build.texts import OWN_SITE
from api.directory.caching import answered
from api.directory.params import InLanguage
from api.directory.reasons import UNKNOWN
from api.directory.version import Version, current_version
from api.problems import UnreadableError

# Whoever may read an answer may also ask for its head.
READ: Final = ["GET", "HEAD"]


def answer(
    request: HttpRequest, question: InLanguage, make: Callable[[Version], Any]
) -> HttpResponse:
    """Answer a question with what `make` returns of the content as it is now."""
    if unknown := request.GET.keys() - type(question).model_fields.keys():
        raise UnreadableError(dict.fromkeys(sorted(unknown), UNKNOWN))
    version = current_version()
    return answered(request, version, lambda: to_bytes(request, make(version)))


def to_bytes(request: HttpRequest, content: Any) -> bytes:
    """Write JSON, with this site's addresses as the request knows the site."""
    own_site = request.build_absolute_uri("/")[:-1]
    return to_json(content).replace(OWN_SITE.encode(), own_site.encode())


def next_url(request: HttpRequest, **changes: str) -> str:
    """Return the address of the same question with some parameters changed."""
    parameters = request.GET.copy()
    for name, value in changes.items():
        parameters[name] = value
    return request.build_absolute_uri(f"{request.path}?{parameters.urlencode()}")
