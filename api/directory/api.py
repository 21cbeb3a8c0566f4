"""The directory API: its addresses, and what becomes of errors."""

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import Throttled, ValidationError

from api.directory.endpoints import codes, entries, meetings, organisations, places, suggest
from api.directory.reasons import reasons_of
from api.directory.throttling import AddressThrottle
from api.problems import UnreadableError, problem

api = NinjaAPI(
    title="Directory of the virtual family centre",
    version="1.0.0",
    urls_namespace="directory",
    docs_url=None,
    openapi_url=None,
    throttle=AddressThrottle(),
)
for endpoint in (entries, meetings, organisations, places, codes, suggest):
    api.add_router("", endpoint.router)


@api.exception_handler(ValidationError)
def refuse_values(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say of each parameter why it can't be read."""
    return problem(request, 422, reasons=reasons_of(error.errors))


@api.exception_handler(UnreadableError)
def refuse_question(request: HttpRequest, error: UnreadableError) -> HttpResponse:
    """Say which parameters make no sense."""
    return problem(request, 422, reasons=error.reasons)


@api.exception_handler(Http404)
def say_not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    """Nothing public has this id."""
    return problem(request, 404)


@api.exception_handler(Throttled)
def ask_to_wait(request: HttpRequest, error: Throttled) -> HttpResponse:
    """The library adds when to come again."""
    return problem(request, 429)
