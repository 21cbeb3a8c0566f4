"""The meaning of a question as Elasticsearch queries that score as the embedded engine does."""

from collections import defaultdict
from collections.abc import Iterator

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.engines.elasticsearch.index import LEVEL_FIELDS
from search.projection import LEVELS
from search.question import AllOf, AnyOf, Node, Option, Term


def query(node: Node, boost: float = 1.0) -> Query:
    """Return a query that scores a node, times `boost`."""
    if isinstance(node, AllOf):
        share = boost / len(node.nodes)
        return Q("bool", must=[query(each, share) for each in node.nodes])
    if isinstance(node, AnyOf) and not node.options:
        return Q("match_none")
    options = node.options if isinstance(node, AnyOf) else (Option(1.0, node),)
    return Q("dis_max", queries=list(_best(options, boost)))


def _best(options: tuple[Option, ...], boost: float) -> Iterator[Query]:
    """Terms of one weight are asked for together, level by level."""
    terms: dict[float, list[str]] = defaultdict(list)
    for weight, node in options:
        if isinstance(node, Term):
            terms[weight].append(node.text)
        else:
            yield query(node, boost * weight)
    for weight, several in terms.items():
        for field, level in zip(LEVEL_FIELDS, LEVELS, strict=True):
            yield Q(
                "constant_score",
                filter=Q("terms", **{field: several}),
                boost=boost * weight * level,
            )
