"""Errors as machines read them (RFC 9457), in the caller's language."""

import json
from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext_lazy as _

MEDIA_TYPE: Final = "application/problem+json"
Text = str | Promise

TITLES: Final[dict[int, Text]] = {
    400: _("This request can't be read."),
    404: _("There is nothing at this address."),
    405: _("This address can only be read."),
    410: _("This address has expired."),
    422: _("Some parameters can't be read."),
    429: _("Too many requests. Wait a moment."),
    500: _("Something broke on our side"),
}


class UnreadableError(Exception):
    """Parameters that make no sense, and why each doesn't."""

    def __init__(self, reasons: Mapping[str, Text]) -> None:
        super().__init__(", ".join(reasons))
        self.reasons = reasons


def problem(
    request: HttpRequest,
    status: int,
    *,
    detail: Text = "",
    reasons: Mapping[str, Text] | None = None,
) -> HttpResponse:
    """Return an error; `reasons` tells of each parameter why it can't be read."""
    language = caller_language(request)
    with override(language):
        body = {
            "type": "about:blank",
            "title": str(TITLES.get(status, TITLES[400])),
            "status": status,
            "detail": str(detail),
            "errors": [
                {"parameter": name, "reason": str(reason)}
                for name, reason in (reasons or {}).items()
            ],
        }
    response = HttpResponse(
        json.dumps(body, ensure_ascii=False), status=status, content_type=MEDIA_TYPE
    )
    response["Content-Language"] = language
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["Accept-Language"])
    return response


def caller_language(request: HttpRequest) -> str:
    """Return the language that a caller asks for by `lang`, or else by Accept-Language."""
    try:
        asked = request.GET.get("lang", "")
    except SuspiciousOperation:  # an address that can't be read at all
        asked = ""
    return asked if asked in dict(settings.LANGUAGES) else get_language_from_request(request)
