"""Public addresses of finding help."""

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy

from search.views.find_help import find_help
from search.views.suggestions import suggest

urlpatterns: list[URLPattern | URLResolver] = [
    path(pgettext_lazy("address", "find-help/"), find_help, name="find_help"),
    path(pgettext_lazy("address", "find-help/suggestions/"), suggest, name="suggestions"),
]
