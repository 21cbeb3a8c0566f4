"""Searches that lead nowhere, in the admin: two lists, and what can be done about a text."""
