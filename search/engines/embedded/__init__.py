"""The embedded engine: one SQLite file beside the site, read into each process's memory."""

from search.engines.embedded.engine import EmbeddedEngine

__all__ = ["EmbeddedEngine"]
