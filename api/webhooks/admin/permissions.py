"""Who may do what with messages."""

from typing import Any

from wagtail.permissions import ModelPermissionPolicy


class WrittenByTheSite(ModelPermissionPolicy):
    """Rows that the site writes: people look at them, and nobody changes them by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Allow looking only."""
        return action == "view" and super().user_has_permission(user, action)
