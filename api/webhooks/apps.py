"""The webhooks' Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebhooksConfig(AppConfig):
    """Signed messages to other systems."""

    name = "api.webhooks"
    label = "webhooks"
    verbose_name = _("Webhooks")
