"""The room's Django app."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Machine-readable answers."""

    name = "api"
