"""The app of the project's own templates, static files and checks."""

from django.apps import AppConfig


class FamilycentreConfig(AppConfig):
    """The house that holds the rooms."""

    name = "familycentre"
