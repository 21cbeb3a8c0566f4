"""Hears from the results' script that a visitor opened one of them."""

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from ninja.throttling import AnonRateThrottle

from search.learning.counting import count_opened
from search.query import SearchQuery
from services.selectors.pages import active_language

# From one address, to each worker unless they share a cache; nobody opens more.
RATE: Final = "30/m"


@csrf_exempt  # visitors have no cookie that another site could abuse
@require_POST
def result_opened(request: HttpRequest) -> HttpResponse:
    """Count it for the words that were searched for; other sites' pages are refused."""
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return HttpResponse(status=HTTPStatus.FORBIDDEN)
    if not AnonRateThrottle(RATE).allow_request(request):
        return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
    count_opened(request, SearchQuery.from_params(request.POST, active_language()))
    return HttpResponse(status=HTTPStatus.NO_CONTENT)
