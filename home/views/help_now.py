"""Help now: the numbers that answer at once, then whoever answers, then who is next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from home.navigation import site_frame
from services import phones
from services.selectors.answering import answering, open_places


def help_now(request: HttpRequest) -> HttpResponse:
    """Show whom to call or write to this very moment, and where to go."""
    numbers = site_frame(request).help_numbers
    known = {phones.link(line.number.number) for line in numbers}
    context = {"answering": answering(known=known), "places": open_places()}
    return render(request, "home/help_now.html", context)
