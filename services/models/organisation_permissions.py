"""What staff may not do to their own organisation: delete it, move it, hide it from visitors."""

from wagtail.models import PagePermissionTester


class OrganisationPermissionTester(PagePermissionTester):
    """Organisations are the tree's frame: only those who may work on the index remove them."""

    def _may_frame(self) -> bool:
        if not self.user.is_active:
            return False
        parent = self.page.get_parent()
        return bool(parent.permissions_for_user(self.user).can_edit())

    def can_delete(self, ignore_bulk: bool = False) -> bool:  # noqa: FBT001, FBT002
        """Whether the organisation may be deleted."""
        return self._may_frame() and super().can_delete(ignore_bulk)

    def can_move(self) -> bool:
        """Whether the organisation may be moved."""
        return self._may_frame() and super().can_move()

    def can_unpublish(self) -> bool:
        """Whether the organisation may be taken off the site."""
        return self._may_frame() and super().can_unpublish()
