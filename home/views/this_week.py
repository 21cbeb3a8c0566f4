"""The week: meetings of seven days."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from services import clock
from services.selectors.meetings import meeting_days

DAYS = 7


def this_week(request: HttpRequest) -> HttpResponse:
    """Show seven days from today, or one of them, near a municipality where one is chosen."""
    municipality = request.GET.get("municipality", "")
    week = [clock.today() + timedelta(days=offset) for offset in range(DAYS)]
    chosen = _chosen_day(request.GET.get("day", ""), week)
    days = (
        meeting_days(chosen, 1, municipality)
        if chosen
        else meeting_days(week[0], DAYS, municipality)
    )
    context = {
        "days": [day for day in days if day.lines],
        "week": week,
        "chosen": chosen,
        "municipality": municipality,
    }
    return render(request, "home/this_week.html", context)


def _chosen_day(text: str, week: list[date]) -> date | None:
    """Read a day of the week; anything else means all of them."""
    return next((day for day in week if day.isoformat() == text), None)
