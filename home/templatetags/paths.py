"""The levels of a service path in words."""

from django import template

from home.models.service_path import LEVELS

register = template.Library()


@register.filter
def level_name(code: str) -> str:
    """Write a step's level."""
    return str(dict(LEVELS).get(code, ""))
