"""Views that are no pages: help now and the week."""
