"""System checks of this room, each with an id and a hint."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from search.engines import NAMES


@register()
def engine_is_known(**kwargs: Any) -> list[CheckMessage]:
    """SEARCH_ENGINE must be one that there is."""
    if settings.SEARCH_ENGINE in NAMES:
        return []
    return [
        Error(
            f"SEARCH_ENGINE is unknown: {settings.SEARCH_ENGINE!r}",
            hint=f"Choose one of: {', '.join(NAMES)}.",
            id="familysearch.E001",
        )
    ]


@register()
def elasticsearch_has_an_address(**kwargs: Any) -> list[CheckMessage]:
    """With Elasticsearch as the engine, its address must be given."""
    if settings.SEARCH_ENGINE != "elasticsearch" or settings.ELASTICSEARCH_URL:
        return []
    return [
        Error(
            "SEARCH_ENGINE is elasticsearch, and ELASTICSEARCH_URL is empty.",
            hint="Set ELASTICSEARCH_URL, for example http://127.0.0.1:9200.",
            id="familysearch.E002",
        )
    ]
