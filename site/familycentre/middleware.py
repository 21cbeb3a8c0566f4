"""The visitor's language, from the address alone: no cookie, and none for machines' addresses."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

UNPREFIXED: Final = ("/api/", "/admin/", "/health/", "/static/", "/media/", "/documents/")


class VisitorLanguageMiddleware(LocaleMiddleware):
    """Activates the language of the address, and sends `/` on by Accept-Language.

    Addresses of machines stay as they are: a 404 of the API is no redirect to `/fi/api/…`.
    """

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer `/` with the visitor's language; pass all else through."""
        if request.path == "/":
            language = get_language_from_request(request)
            response: HttpResponse = HttpResponseRedirect(f"/{language}/")
            patch_vary_headers(response, ("Accept-Language",))
            return response
        get_response: Callable[[HttpRequest], HttpResponse] = super().__call__
        return get_response(request)

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Leave out redirects for addresses that have no language."""
        if request.path.startswith(UNPREFIXED):
            return response
        return super().process_response(request, response)  # type: ignore[return-value]
