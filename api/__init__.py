"""The headless side: Wagtail's page API."""
