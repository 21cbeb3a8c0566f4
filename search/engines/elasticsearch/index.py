"""The index: an explicit, strict mapping, under an alias that moves when a rebuild is ready."""

from typing import Any, Final

from django.conf import settings
from elasticsearch.dsl import Byte, Keyword, Mapping, Object, Text

from search.analysis import version as analysis_version
from search.facets import FACETS
from search.projection import LEVELS, Projection

SHAPE: Final = 2
LEVEL_FIELDS: Final = tuple(f"level_{number}" for number in range(len(LEVELS)))
SETTINGS: Final[dict[str, Any]] = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
    # Named explicitly, it also holds where nobody has searched for a while.
    "refresh_interval": "1s",
}


def made_for() -> dict[str, Any]:
    """Return what an index is made for; one made for something else is rebuilt."""
    return {
        "shape": SHAPE,
        "analysis": analysis_version(),
        "languages": sorted(code for code, _name in settings.LANGUAGES),
    }


def mapping() -> Mapping:
    """Return the fields, all of them named: what isn't here is refused."""
    # Weights are ours: the server only needs to know which entries have a term.
    ready_terms = Text(analyzer="whitespace", index_options="docs", norms=False)
    fields = Mapping()
    fields.meta("dynamic", "strict")
    fields.meta("_meta", made_for())
    for name in LEVEL_FIELDS:
        fields.field(name, ready_terms)
    codes = {name: Keyword() for name in FACETS}
    fields.field("facets", Object(properties=codes, dynamic="strict"))
    titles = {code: Keyword() for code, _name in settings.LANGUAGES}
    fields.field("titles", Object(properties=titles, dynamic="strict"))
    fields.field("languages", Keyword())
    fields.field("rank", Byte())
    fields.field("key", Keyword())
    return fields


def source(key: str, projection: Projection) -> dict[str, Any]:
    """Return a document's body as the mapping wants it."""
    levels = zip(LEVEL_FIELDS, projection.levels, strict=True)
    return {
        "key": key,
        "facets": projection.facets,
        "titles": projection.titles,
        "languages": projection.languages,
        "rank": projection.rank,
        **{name: " ".join(terms) for name, terms in levels},
    }
