"""The room's Django app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Machine-readable answers."""

    name = "api"

    def ready(self) -> None:
        """Connect what listens to entries and organisations changing."""
        from api import receivers  # noqa: F401
