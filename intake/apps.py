"""The room's Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    """Content from elsewhere."""

    name = "intake"
    verbose_name = _("Imports")
