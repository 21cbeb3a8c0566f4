"""Free addresses under organisations, known without asking the database for each."""

from typing import Any
from uuid import UUID

from django.utils.text import slugify
from wagtail.models import Page

from services.models import OrganisationPage

LONGEST = 200


class Addresses:
    """The slugs under each organisation: languages share them, so do an entry's own pages."""

    def __init__(self) -> None:
        self._taken: dict[UUID, dict[str, Any]] = {}

    def take(self, parent: OrganisationPage, title: str, key: Any, otherwise: str) -> str:
        """Return a free slug for an entry's page, made of its title, and take it."""
        taken = self._under(parent)
        # A title of another alphabet leaves nothing that an address could be made of.
        wanted = slugify(title)[:LONGEST].strip("-") or otherwise
        slug, number = wanted, 1
        while taken.get(slug, key) != key:
            number += 1
            slug = f"{wanted}-{number}"
        taken[slug] = key
        return slug

    def _under(self, parent: OrganisationPage) -> dict[str, Any]:
        key = parent.translation_key
        if key not in self._taken:
            self._taken[key] = {
                slug: owner
                for version in OrganisationPage.objects.filter(translation_key=key)
                for slug, owner in Page.objects.child_of(version).values_list(
                    "slug", "translation_key"
                )
            }
        return self._taken[key]
