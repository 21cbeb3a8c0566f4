"""The Elasticsearch engine: for a region, and for regions together."""

from search.engines.elasticsearch.engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
