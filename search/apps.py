"""The room's Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Finding."""

    name = "search"
    label = "familysearch"
    verbose_name = _("Finding")

    def ready(self) -> None:
        """Connect what listens to entries changing."""
        from search import checks, receivers  # noqa: F401
