"""The embedded engine: one SQLite file beside the site, with its full-text index (FTS5)."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
