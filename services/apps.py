"""The room's Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ServicesConfig(AppConfig):
    """Organisations and entries."""

    name = "services"
    verbose_name = _("Services")

    def ready(self) -> None:
        """Connect what listens to pages being saved, published and deleted."""
        from services import checks, receivers  # noqa: F401
