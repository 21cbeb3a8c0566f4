"""Error pages in the reader's language."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, override

from api.problems import problem


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Say the page isn't there, offer the search and the numbers to call; to machines in JSON."""
    if request.path.startswith("/api/"):
        return problem(request, 404)
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say something broke, with numbers to call, to machines in JSON; uses no database."""
    if request.path.startswith("/api/"):
        return problem(request, 500)
    with override(get_language_from_path(request.path) or settings.LANGUAGE_CODE):
        return HttpResponse(render_to_string("errors/500.html"), status=500)
