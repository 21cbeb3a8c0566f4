"""Views of this room beside Wagtail's own."""
