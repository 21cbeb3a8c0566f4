"""Rows of children beside those that are kept elsewhere, which no form reaches."""

from collections.abc import Collection
from typing import Any

from modelcluster.forms import BaseChildFormSet


class RowsBesideKeptOnes(BaseChildFormSet):
    """A form set without the rows that are kept elsewhere; they stay, before one's own."""

    queryset: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept_rows: list[Any] = []

    def keep(self, external_ids: Collection[str]) -> None:
        """Take the rows with these ids out of the form."""
        rows = list(self.queryset)
        self.kept_rows = [row for row in rows if row.external_id in external_ids]
        self.queryset = self.queryset.exclude(external_id__in=list(external_ids))

    def save(self, commit: bool = True) -> list[Any]:  # noqa: FBT001, FBT002
        """Save one's own rows after the kept ones."""
        saved: list[Any] = super().save(commit=False)
        manager = getattr(self.instance, self.rel_name)
        if self.kept_rows:
            # Rows of a draft have no id yet: saving took them out.
            manager.add(*self.kept_rows)
            kept = {id(row) for row in self.kept_rows}
            rows = sorted(manager.all(), key=lambda row: (id(row) not in kept, row.sort_order or 0))
            for position, row in enumerate(rows):
                row.sort_order = position
        if commit:
            manager.commit()
        return saved
