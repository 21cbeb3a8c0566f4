"""Drafts in heads of the directory API, for editors."""
