"""Writes of several steps, each one transaction."""
