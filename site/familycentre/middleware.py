"""The visitor's language, from the address alone: no cookie, and none for machines' addresses."""

from collections.abc import Awaitable
from typing import Final

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request

from familycentre.errors import not_found

UNPREFIXED: Final = ("/api/", "/admin/", "/health/", "/static/", "/media/", "/documents/")


class VisitorLanguageMiddleware(LocaleMiddleware):
    """Activates the language of the address, and sends `/` on by Accept-Language.

    Addresses of machines stay as they are: a 404 of the API is no redirect to `/fi/api/…`.
    """

    def __call__(self, request: HttpRequest) -> HttpResponseBase | Awaitable[HttpResponseBase]:
        """Answer `/` with the visitor's language; pass all else through."""
        if "\x00" in request.path:
            return not_found(request)
        if request.path == "/":
            response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
            patch_vary_headers(response, ("Accept-Language",))
            return response
        return super().__call__(request)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Leave out redirects for addresses that have no language."""
        if request.path.startswith(UNPREFIXED):
            return response
        return super().process_response(request, response)
