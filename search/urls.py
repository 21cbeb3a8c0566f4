"""Public addresses of finding help."""

from typing import Final

from django.urls import URLPattern, URLResolver, path
from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from search.views.feed import FindHelpFeed
from search.views.find_help import find_help
from search.views.opened import result_opened
from search.views.suggestions import suggest

FIND_HELP: Final = pgettext_lazy("address", "find-help/")

urlpatterns: list[URLPattern | URLResolver] = [
    path(FIND_HELP, find_help, name="find_help"),
    path(format_lazy("{}atom.xml", FIND_HELP), FindHelpFeed(), name="find_help_feed"),
    path(pgettext_lazy("address", "find-help/suggestions/"), suggest, name="suggestions"),
    path(pgettext_lazy("address", "find-help/opened/"), result_opened, name="result_opened"),
]
