"""Bringing what a source wants into pages, and taking it back."""
