"""The webhooks' Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebhooksConfig(AppConfig):
    """Telling other systems what has changed."""

    name = "api.webhooks"
    label = "webhooks"
    verbose_name = _("Webhooks")

    def ready(self) -> None:
        """Connect what listens to entries changing."""
        from api.webhooks import receivers  # noqa: F401
