"""The room's Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Pages around the directory."""

    name = "home"
    verbose_name = _("Pages")
