"""Puts the rooms of the virtual family centre together: settings, urls, middleware."""
