"""Throw-away servers for tests and demonstrations: a real PostgreSQL, a real Elasticsearch.

Nothing here imports Django or any other dependency: the Makefile uses it before they are installed.
"""
