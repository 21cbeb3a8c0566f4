"""Public addresses of finding help."""

from django.urls import URLPattern, URLResolver, path
from django.utils.translation import pgettext_lazy

from search.views import find_help

urlpatterns: list[URLPattern | URLResolver] = [
    path(pgettext_lazy("address", "find-help/"), find_help, name="find_help"),
]
