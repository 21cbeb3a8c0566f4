"""A stranger's copy of the directory: kept by what docs/api.md says, over HTTP alone."""

from dataclasses import dataclass, field
from typing import Any

from django.test import Client


@dataclass
class Mirror:
    """Follows `changed_since` of one list."""

    client: Client
    path: str
    since: str = "1970-01-01T00:00:00Z"
    rows: dict[str, Any] = field(default_factory=dict)

    def sync(self, limit: int = 100) -> None:
        """Take over what has changed since last time."""
        address = f"{self.path}?changed_since={self.since}&limit={limit}"
        while address:
            answer = self.read(address)
            self.rows.update((row["id"], row) for row in answer["items"])
            for row in answer["deleted"]:
                self.rows.pop(row["id"], None)
            self.since, address = answer["as_of"], answer["next"]

    def begin(self, limit: int) -> None:
        """Take over one page only, as if the power went then."""
        answer = self.read(f"{self.path}?changed_since={self.since}&limit={limit}")
        self.rows.update((row["id"], row) for row in answer["items"])
        for row in answer["deleted"]:
            self.rows.pop(row["id"], None)
        self.since = answer["as_of"]

    def read(self, address: str) -> Any:
        """Get JSON."""
        response = self.client.get(address)
        assert response.status_code == 200, response.content
        return response.json()


def everything(client: Client, path: str) -> dict[str, Any]:
    """The whole list, page by page."""
    rows: dict[str, Any] = {}
    address = f"{path}?limit=100"
    while address:
        answer = client.get(address).json()
        rows.update((row["id"], row) for row in answer["items"])
        address = answer["next"]
    return rows
