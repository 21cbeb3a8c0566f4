"""Addresses of this room's views, in each language's own words."""

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy

from home.views.help_now import help_now
from home.views.this_week import this_week

urlpatterns: list[URLPattern | URLResolver] = [
    path(pgettext_lazy("address", "help-now/"), help_now, name="help_now"),
    path(pgettext_lazy("address", "this-week/"), this_week, name="this_week"),
]
