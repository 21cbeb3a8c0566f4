"""The app of the project's own templates, static files and checks."""

from django.apps import AppConfig


class FamilycentreConfig(AppConfig):
    """The house that holds the rooms."""

    name = "familycentre"

    def ready(self) -> None:
        """Let rooms hear of each other that must not know each other, and the cache of all."""
        from familycentre import receivers  # noqa: F401
        from familycentre.responses.changes import listen

        listen()
