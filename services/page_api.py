"""How this room's own field types look in Wagtail's page API."""

from rest_framework.fields import ListField, ReadOnlyField
from rest_framework.relations import PrimaryKeyRelatedField
from wagtail.api import APIField


def plain(*names: str) -> list[APIField]:
    """Fields that the API's own serializers know."""
    return [APIField(name) for name in names]


def codes(*names: str) -> list[APIField]:
    """Lists of codes, as lists of strings."""
    return [APIField(name, serializer=ListField(read_only=True)) for name in names]


def coded(*names: str) -> list[APIField]:
    """Relations to codes, as the code."""
    return [APIField(name, serializer=PrimaryKeyRelatedField(read_only=True)) for name in names]


def computed(*names: str) -> list[APIField]:
    """Properties, as they are."""
    return [APIField(name, serializer=ReadOnlyField()) for name in names]
