"""Tells subscribed addresses what has changed."""
