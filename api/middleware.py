"""Errors of machines' addresses are no pages: whoever made them, they leave as problems."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from api.problems import MEDIA_TYPE, problem

PREFIX: Final = "/api/directory/"
FIRST_ERROR: Final = 400
KEPT_HEADERS: Final = ("Allow", "Retry-After")


class ProblemMiddleware:
    """Writes every error under the directory's address anew, as RFC 9457 says."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on answers and what is a problem already."""
        response = self.get_response(request)
        if (
            not request.path.startswith(PREFIX)
            or response.status_code < FIRST_ERROR
            or response["Content-Type"] == MEDIA_TYPE
        ):
            return response
        said = problem(request, response.status_code)
        for name in KEPT_HEADERS:
            if name in response:
                said[name] = response[name]
        return said
