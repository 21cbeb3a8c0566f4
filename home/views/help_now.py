"""Help now: the numbers that answer at once, then whoever answers, then who is next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from services.selectors.answering import answering, open_places


def help_now(request: HttpRequest) -> HttpResponse:
    """Show whom to call or write to this very moment, and where to go."""
    context = {"answering": answering(), "places": open_places()}
    return render(request, "home/help_now.html", context)
