"""What this room adds to Wagtail's admin."""
