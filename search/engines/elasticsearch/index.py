"""The index: an explicit, strict mapping, under an alias that moves when a rebuild is ready."""

from typing import Any, Final

from django.conf import settings
from elasticsearch.dsl import Byte, Keyword, Mapping, Object, Text

from search.analysis import VERSION as ANALYSIS_VERSION
from search.facets import FACETS
from search.projection import FIELD_WEIGHTS, Projection

SETTINGS: Final[dict[str, Any]] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # Named explicitly, it also holds where nobody has searched for a while.
    "refresh_interval": "1s",
}


def made_for() -> dict[str, Any]:
    """Return what an index is made for; one made for something else is rebuilt."""
    return {
        "analysis": ANALYSIS_VERSION,
        "languages": sorted(code for code, _name in settings.LANGUAGES),
    }


def mapping() -> Mapping:
    """Return the fields, all of them named: what isn't here is refused."""
    ready_terms = Text(analyzer="whitespace", index_options="freqs")
    fields = Mapping()
    fields.meta("dynamic", "strict")
    fields.meta("_meta", made_for())
    for name in FIELD_WEIGHTS:
        fields.field(name, ready_terms)
    codes = {name: Keyword() for name in FACETS}
    fields.field("facets", Object(properties=codes, dynamic="strict"))
    titles = {code: Keyword() for code, _name in settings.LANGUAGES}
    fields.field("titles", Object(properties=titles, dynamic="strict"))
    fields.field("rank", Byte())
    fields.field("key", Keyword())
    return fields


def source(key: str, projection: Projection) -> dict[str, Any]:
    """Return a document's body as the mapping wants it."""
    return {
        "key": key,
        "facets": projection.facets,
        "titles": projection.titles,
        "rank": projection.rank,
        **projection.fields,
    }
